import ChallengeKit

let arguments = GeneratorArguments()
var style = Style()
switch arguments.family {
case "plain": break
case "untidy":
    style.mess = 0.4
    style.missing = 0.06
    style.outliers = 0.02
    style.gaps = 0.05
case "growing":
    style.mess = 0.2
    style.missing = 0.03
    style.growth = 0.008
    style.outliers = 0.01
case "members":
    style.mess = 0.2
    style.missing = 0.03
    style.growth = 0.002
    style.hasMembers = true
    style.isShuffled = true
    style.gaps = 0.02
default: arguments.unknownFamily(known: ["plain", "untidy", "growing", "members"])
}
var source = HourSource(seed: arguments.seed, style: style)
let end = 24 * arguments.int("days")
let training = source.draw(0..<end, unseen: false)
let unseen = source.draw(end..<(end + 24 * arguments.int("ahead")), unseen: true)

var writer = Writer()
if arguments.asksForAnswer {
    let truth = unseen.map(\.count)
    let mean = Double(training.reduce(0) { $0 + $1.count }) / Double(training.count)
    let constant = rmsle(truth.map { _ in mean }, truth)
    let simple = min(rmsle(simpleCounts(training, unseen, source.header), truth), 0.9 * constant)
    let tuned = min(rmsle(Tuned.counts(training, unseen, source.header), truth), 0.9 * simple)
    writer.line(truth.count)
    writer.line(truth)
    writer.line([constant, simple, tuned])
} else {
    /// Cells are joined by bars, spaces within them are written as low lines.
    func line(_ cells: [String]) -> String { String(cells.joined(separator: "|").map { $0 == " " ? "_" : $0 }) }
    writer.line(line(source.header))
    writer.line(training.count)
    for row in training { writer.line(["\(row.count)", line(row.cells)]) }
    writer.line(unseen.count)
    for row in unseen { writer.line(line(row.cells)) }
}
writer.print()
