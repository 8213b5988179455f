import ChallengeKit

// The answer holds the truth of the unseen messages, and the average precision of three models on this case: the same score for all
// messages, the simple reference, the tuned reference. Points rise from 0 to a half between the first two, and to all at the third.

/// The area under precision over recall. Messages of equal scores come at once, so that their order does not matter.
func averagePrecision(_ scores: [Double], _ truth: [Int]) -> Double {
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    let total = Double(truth.reduce(0, +))
    var found = 0.0
    var sum = 0.0
    var start = 0
    while start < order.count {
        var end = start
        var here = 0.0
        while end < order.count, scores[order[end]] == scores[order[start]] {
            here += Double(truth[order[end]])
            end += 1
        }
        found += here
        sum += here * found / Double(end)
        start = end
    }
    return sum / total
}

var validator = OutputValidator()
let truth = validator.answer.intList("labels")
let constant = validator.answer.double("the constant's average precision")
let simple = validator.answer.double("the simple reference's average precision")
let tuned = validator.answer.double("the tuned reference's average precision")
guard truth.contains(1), truth.contains(0), constant > 0, simple > constant, tuned > simple, tuned <= 1 else {
    validator.answer.fail("there must be both labels, and references in order")
}

let scores = validator.output.doubleList("scores")
validator.require(scores.count == truth.count, "There must be one score for each unseen message.")
guard validator.output.isAtEnd() else {
    validator.reject("There is more output than one score for each unseen message.")
}
validator.require(truth.count < 2 || Set(scores).count > 1, "All scores are equal, so they put nothing in order.")
// Scores of messages in random order are sorted by a mistake, not by chance.
if Set(scores).count >= 10, scores.sorted() == scores || scores.sorted(by: >) == scores {
    validator.reject("The scores are sorted; each must stay in its message's place.")
}
let found = averagePrecision(scores, truth)
validator.metric("average_precision", found)
if found <= constant + 1e-9 {
    if averagePrecision(scores.map { -$0 }, truth) > (constant + simple) / 2 {
        validator.reject("It looks as if spam scores low; the higher the score, the more a message looks like spam.")
    }
    validator.reject("The average precision is no better than that of the same score for all messages.")
}
let share =
    found < simple
    ? 0.5 * (found - constant) / (simple - constant) : 0.5 + 0.5 * (found - simple) / (tuned - simple)
validator.scoreMultiplier(min(1, share))
validator.accept()
