import ChallengeKit
import Glibc

// Compared with this validator's own, computed by subtracting each row's largest logit, where s is the number of labelled rows:
//
//     |L - L*|      <= 1e-9 max(1, L*)      the mean loss,
//     s |g - g*|    <= 1e-9                 each derivative; s times, as it is a probability (less 1) divided by s.
//
// Why that is fair: logits are at most 1e5 in magnitude, where neighbouring doubles are 1.5e-11 apart, so log-sum-exp is off by
// about 1e-11, and sums in any order by less. Why it is strict enough: `Float` is off by 1e-8 and more, other mistakes by far more.
//
// Messages say what is wrong about the answer, and not which line of the starter may be to blame.
let tolerance = 1e-9

var validator = OutputValidator()
let logits = validator.input.matrix("logits")
let labels = validator.input.intList("labels")
validator.input.end()

let labelled = labels.filter { $0 >= 0 }.count
let count = Double(max(1, labelled))
var loss = 0.0
/// The derivatives, times the number of labelled rows.
var gradient: [[Double]] = []
for (row, label) in zip(logits, labels) {
    guard label >= 0 else {
        gradient.append(row.map { _ in 0 })
        continue
    }
    let largest = row.max() ?? 0
    let powers = row.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    loss += ((largest - row[label]) + log(sum)) / count
    gradient.append(powers.indices.map { powers[$0] / sum - ($0 == label ? 1 : 0) })
}

func isClose(_ found: Double, _ wanted: Double) -> Bool { abs(found - wanted) <= tolerance * max(1, abs(wanted)) }

/// The largest difference between two matrices of the same shape.
func largestDifference(_ left: [[Double]], _ right: [[Double]]) -> Double {
    zip(left.joined(), right.joined()).reduce(0) { max($0, abs($1.0 - $1.1)) }
}

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    let givenLoss = validator.answer.double("the loss")
    let given = validator.answer.matrix("the gradient")
    validator.answer.end()
    if !isClose(givenLoss, loss) || given.map(\.count) != gradient.map(\.count)
        || largestDifference(given.map { $0.map { $0 * count } }, gradient) > tolerance
    {
        validator.answer.fail("this is not the right answer")
    }
}

/// What is wrong with a finite loss.
func explainLoss(_ found: Double) -> String {
    if labelled == 0 { return "Where no row has a label, the loss must be 0." }
    if abs(found - loss) <= 1e-5 * max(1, loss) { return "The loss is right to a few digits only." }
    for factor in [-1, Double(labelled), count / Double(logits.count), count / (count + 1), 1 / log(2)] + classFactors()
    where isClose(found, loss * factor) {
        return "The loss is wrong by a factor."
    }
    return "The loss is wrong, and not just by a factor."
}

/// Factors that come from counting classes.
func classFactors() -> [Double] { [1 / Double(logits[0].count), Double(logits[0].count)] }

/// What is wrong with a finite gradient of the right shape, times the number of labelled rows.
func explainGradient(_ found: [[Double]]) -> String {
    if largestDifference(found, gradient) <= 1e-5 { return "The derivatives are right to a few digits only." }
    for (row, label) in zip(found, labels) where label < 0 && row.contains(where: { $0 != 0 }) {
        return "A row without a label must have derivatives of 0."
    }
    let dot = zip(found.joined(), gradient.joined()).reduce(0) { $0 + $1.0 * $1.1 }
    let square = gradient.joined().reduce(0) { $0 + $1 * $1 }
    if square > 1e-12 {
        let factor = dot / square
        let scaled = gradient.map { $0.map { $0 * factor } }
        if largestDifference(found, scaled) <= 10 * tolerance * max(1, abs(factor)) {
            return "The derivatives are wrong by one factor, the same for all."
        }
    }
    if found.contains(where: { abs($0.reduce(0, +)) > 1e-6 }) { return "The derivatives of a row do not sum to 0." }
    return "A derivative is wrong, though those of each row sum to 0."
}

extension OutputValidator {
    /// The next number of the output; one that is not finite is rejected with `message`.
    mutating func finite(_ what: String, _ message: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) { reject(message) }
        return output.double(what)
    }
}

let foundLoss = validator.finite("the loss", "The loss is not finite.")
let rows = validator.output.int("the number of rows of the gradient")
let columns = validator.output.int("the number of columns of the gradient")
validator.require(
    rows == logits.count && columns == (logits.first?.count ?? 0),
    "The gradient must have one row for each row of logits, and in each one number for each class.",
    detail: "\(rows) rows of \(columns)")
let found = gradient.map { row in
    row.map { _ in validator.finite("a derivative", "A derivative is not finite.") * count }
}

validator.require(isClose(foundLoss, loss), explainLoss(foundLoss), detail: "loss \(foundLoss), expected \(loss)")
let error = largestDifference(found, gradient)
validator.require(error <= tolerance, explainGradient(found), detail: "off by \(error), times the labelled rows")
validator.accept()
