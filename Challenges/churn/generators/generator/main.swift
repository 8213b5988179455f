import ChallengeKit

let arguments = GeneratorArguments()
var style = Style()
switch arguments.family {
case "clean": break
case "untidy":
    style.mess = 0.4
    style.missing = 0.05
    style.copies = 0.05
case "leaky":
    style.mess = 0.2
    style.missing = 0.03
    style.hasSurvey = true
    style.isShuffled = true
case "shifted":
    style.mess = 0.2
    style.missing = 0.04
    style.isShifted = true
    style.isShuffled = true
    style.hasSurvey = true
default: arguments.unknownFamily(known: ["clean", "untidy", "leaky", "shifted"])
}
var source = CustomerSource(seed: arguments.seed, style: style)
let training = source.training(arguments.int("n"))
let unseen = source.unseen(arguments.int("q"))

var writer = Writer()
if arguments.asksForAnswer {
    let truth = unseen.map(\.hasLeft)
    let share = Double(training.count { $0.hasLeft }) / Double(training.count)
    let constant = logLoss(truth.map { _ in share }, truth)
    let simple = min(logLoss(simpleProbabilities(training, unseen), truth), constant - 0.02)
    let tuned = min(logLoss(Tuned.probabilities(training, unseen, source.header), truth), simple - 0.02)
    writer.line(truth.count)
    writer.line(truth.map { $0 ? 1 : 0 })
    writer.line([constant, simple, tuned])
} else {
    /// Cells are joined by bars, spaces within them are written as low lines.
    func line(_ cells: [String]) -> String { String(cells.joined(separator: "|").map { $0 == " " ? "_" : $0 }) }
    writer.line(line(source.header))
    writer.line(training.count)
    for row in training { writer.line([row.hasLeft ? "1" : "0", line(row.cells)]) }
    writer.line(unseen.count)
    for row in unseen { writer.line(line(row.cells)) }
}
writer.print()
