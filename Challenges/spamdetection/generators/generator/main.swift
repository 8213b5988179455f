import ChallengeKit

let arguments = GeneratorArguments()
var style = Style()
switch arguments.family {
case "plain": style.wrongLabels = 0.03
case "hidden":
    style.hiding = 0.3
    style.unseenHiding = 0.9
    style.newCampaigns = 0.3
case "campaigns":
    style.newCampaigns = 0.8
    style.hiding = 0.3
    style.unseenHiding = 0.4
case "rare":
    style.spam = 0.06
    style.unseenSpam = 0.06
    style.hiding = 0.3
    style.unseenHiding = 0.4
    style.repeats = 0.3
default: arguments.unknownFamily(known: ["plain", "hidden", "campaigns", "rare"])
}
var source = MessageSource(seed: arguments.seed, style: style)
let training = source.training(arguments.int("n"))
let unseen = source.unseen(arguments.int("q"))

var writer = Writer()
if arguments.asksForAnswer {
    let truth = unseen.map(\.isSpam)
    let constant = averagePrecision(truth.map { _ in 0 }, truth)
    let simple = min(max(averagePrecision(simpleScores(training, unseen), truth), constant + 0.02), 0.97)
    let tuned = min(max(averagePrecision(Tuned.scores(training, unseen), truth), simple + 0.02), 1)
    writer.line(truth.count)
    writer.line(truth.map { $0 ? 1 : 0 })
    writer.line([constant, simple, tuned])
} else {
    func words(_ text: String) -> [String] {
        let words = text.split(separator: " ").map(String.init)
        return [String(words.count)] + words
    }
    writer.line(training.count)
    for message in training { writer.line([message.isSpam ? "1" : "0"] + words(message.text)) }
    writer.line(unseen.count)
    for message in unseen { writer.line(words(message.text)) }
}
writer.print()
