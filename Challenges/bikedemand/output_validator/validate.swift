import ChallengeKit
import Glibc

// The answer holds the true counts of the unseen rows, and the RMSLE of three models on this case: the mean of the training counts for
// all rows; the simple reference; the tuned reference. Points rise from 0 to a half between the first two, and to all at the third.

/// The differences of log(1 + count).
func differences(_ predictions: [Double], _ truth: [Int]) -> [Double] {
    zip(predictions, truth).map { log(1 + $0) - log(1 + Double($1)) }
}

func rootMeanSquare(_ values: [Double]) -> Double {
    (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
}

var validator = OutputValidator()
let truth = validator.answer.intList("counts")
let constant = validator.answer.double("the constant's RMSLE")
let simple = validator.answer.double("the simple reference's RMSLE")
let tuned = validator.answer.double("the tuned reference's RMSLE")
guard !truth.isEmpty, truth.allSatisfy({ $0 >= 0 }), tuned > 0, tuned < simple, simple < constant else {
    validator.answer.fail("there must be counts, and references in order")
}

let predictions = validator.output.doubleList("predictions")
validator.require(predictions.count == truth.count, "There must be one prediction for each unseen row.")
guard validator.output.isAtEnd() else {
    validator.reject("There is more output than one prediction for each unseen row.")
}
validator.require(predictions.allSatisfy { $0 >= 0 }, "A prediction is negative.")
let errors = differences(predictions, truth)
let found = rootMeanSquare(errors)
validator.metric("rmsle", found)
// The share of the error that one factor for all predictions would remove.
let shift = errors.reduce(0, +) / Double(errors.count)
validator.metric("mean_log_ratio", shift)
if found >= constant - 1e-9 {
    let message: String
    if predictions.allSatisfy({ $0 == predictions[0] }) {
        message = "All predictions are equal."
    } else if shift < -0.5 * found {
        message = "Predictions are far too small on the whole."
    } else if shift > 0.5 * found {
        message = "Predictions are far too large on the whole."
    } else {
        message = "Predictions do not go up and down with the hires."
    }
    validator.reject("\(message) The RMSLE is no better than that of the mean of the training counts for all.")
}
let share =
    found > simple
    ? 0.5 * (constant - found) / (constant - simple) : 0.5 + 0.5 * (simple - found) / (simple - tuned)
validator.scoreMultiplier(min(1, share))
validator.accept()
