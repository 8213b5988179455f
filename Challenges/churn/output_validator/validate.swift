import ChallengeKit
import Glibc

// The answer holds the truth of the unseen rows, and the log loss of three models on this case: the share of training rows that left, for
// all rows; the simple reference; the tuned reference. Points rise from 0 to a half between the first two, and to all at the third.

/// Mean negative log-likelihood, probabilities cut to 1e-6 and 1 - 1e-6.
func logLoss(_ probabilities: [Double], _ truth: [Int]) -> Double {
    var sum = 0.0
    for (probability, label) in zip(probabilities, truth) {
        let cut = min(max(probability, 1e-6), 1 - 1e-6)
        sum -= log(label == 1 ? cut : 1 - cut)
    }
    return sum / Double(truth.count)
}

/// The share of pairs of a row that left and one that stayed in which the former is the more probable one.
func rankArea(_ probabilities: [Double], _ truth: [Int]) -> Double {
    let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
    var stayed = 0.0
    var sum = 0.0
    var start = 0
    while start < order.count {
        var end = start
        while end < order.count, probabilities[order[end]] == probabilities[order[start]] { end += 1 }
        let left = order[start..<end].reduce(0.0) { $0 + Double(truth[$1]) }
        let others = Double(end - start) - left
        sum += left * (stayed + others / 2)
        stayed += others
        start = end
    }
    return sum / (stayed * (Double(order.count) - stayed))
}

var validator = OutputValidator()
let truth = validator.answer.intList("labels")
let constant = validator.answer.double("the constant's log loss")
let simple = validator.answer.double("the simple reference's log loss")
let tuned = validator.answer.double("the tuned reference's log loss")
guard truth.contains(1), truth.contains(0), tuned > 0, tuned < simple, simple < constant else {
    validator.answer.fail("there must be both labels, and references in order")
}

let probabilities = validator.output.doubleList("probabilities")
validator.require(probabilities.count == truth.count, "There must be one probability for each unseen row.")
guard validator.output.isAtEnd() else {
    validator.reject("There is more output than one probability for each unseen row.")
}
validator.require(probabilities.allSatisfy { $0 >= 0 && $0 <= 1 }, "A probability is not between 0 and 1.")
let found = logLoss(probabilities, truth)
validator.metric("log_loss", found)
validator.metric("roc_auc", rankArea(probabilities, truth))
if found >= constant - 1e-9 {
    let mean = probabilities.reduce(0, +) / Double(probabilities.count)
    let actual = Double(truth.reduce(0, +)) / Double(truth.count)
    let message: String
    if probabilities.allSatisfy({ $0 == probabilities[0] }) {
        message = "All probabilities are equal."
    } else if probabilities.allSatisfy({ $0 == 0 || $0 == 1 }) {
        message = "All probabilities are 0 or 1; a wrong one of these costs most."
    } else if rankArea(probabilities, truth) < 0.35 {
        message = "It looks as if the probabilities are those of staying."
    } else if mean < 0.6 * actual {
        message = "Far fewer customers are expected to leave than do. Is all that the model relies on known beforehand?"
    } else if mean > 1.3 * actual {
        message = "Far more customers are expected to leave than do."
    } else if rankArea(probabilities, truth) > 0.6 {
        message = "The order is better than chance, but the probabilities are too sure."
    } else {
        message = "The probabilities have little to do with who leaves."
    }
    validator.reject("\(message) The log loss is no better than that of one and the same probability for all.")
}
let share =
    found > simple
    ? 0.5 * (constant - found) / (constant - simple) : 0.5 + 0.5 * (simple - found) / (simple - tuned)
validator.scoreMultiplier(min(1, share))
validator.accept()
