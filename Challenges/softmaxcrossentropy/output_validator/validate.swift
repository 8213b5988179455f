import ChallengeKit
import Glibc

// Three things are compared with this validator's own, computed by subtracting each row's largest logit:
//
//     |p - p*|      <= 1e-9                 each probability,
//     |L - L*|      <= 1e-9 max(1, L*)      the mean loss,
//     n |g - g*|    <= 1e-9                 each derivative; n times, as it is a probability (less 1) divided by n.
//
// Why these numbers: logits are at most 1e5 in magnitude, where neighbouring doubles are 1.5e-11 apart. So log-sum-exp
// as maximum + log(sum) is off by at most 1e-11, and with it a probability exp(z - log-sum-exp), relatively. Ten thousand
// terms added in any order are off by 1e-12, relatively; the mean of losses added in any order by 1e-11, relatively.
// `Float` is off by 1e-8 and more. The slightest of the packaged mistakes is off by more than a hundred times a tolerance.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-9

/// Softmax of one row, and its log-sum-exp.
func softmax(_ logits: [Double]) -> (probabilities: [Double], logSum: Double) {
    let largest = logits.max() ?? 0
    let powers = logits.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return (powers.map { $0 / sum }, largest + log(sum))
}

func isClose(_ found: Double, _ wanted: Double) -> Bool { abs(found - wanted) <= tolerance * max(1, abs(wanted)) }

/// A batch, with what is right for it.
struct Batch {
    let logits: [[Double]]
    let labels: [Int]
    var probabilities: [[Double]] = []
    /// One loss for each row.
    var losses: [Double] = []

    init(_ input: inout Reader) {
        logits = input.matrix("logits")
        labels = input.intList("labels")
        input.end()
        for (row, label) in zip(logits, labels) {
            let (probabilities, logSum) = softmax(row)
            self.probabilities.append(probabilities)
            losses.append(logSum - row[label])
        }
    }

    var n: Int { logits.count }
    var k: Int { logits.first?.count ?? 0 }

    func mean(_ values: [Double]) -> Double { n == 0 ? 0 : values.reduce(0, +) / Double(n) }
    var loss: Double { mean(losses) }
    var gradient: [[Double]] {
        matrix { _, _, p, isLabel in (isLabel ? p - 1 : p) / Double(n) }
    }

    /// The mean of `loss` of each row's label's probability.
    func meanLoss(_ loss: (Double) -> Double) -> Double {
        mean(zip(probabilities, labels).map { loss($0[$1]) })
    }

    /// A matrix of `value(row, class, probability, whether it is the label)`.
    func matrix(_ value: (_ row: Int, _ class: Int, _ p: Double, _ isLabel: Bool) -> Double) -> [[Double]] {
        probabilities.indices.map { row in
            probabilities[row].indices.map { value(row, $0, probabilities[row][$0], $0 == labels[row]) }
        }
    }
}

/// The largest difference between two matrices of the same shape.
func largestDifference(_ left: [[Double]], _ right: [[Double]]) -> Double {
    var largest = 0.0
    for (leftRow, rightRow) in zip(left, right) {
        for (a, b) in zip(leftRow, rightRow) where !(abs(a - b) <= largest) {
            largest = (a - b).isNaN ? .infinity : abs(a - b)
        }
    }
    return largest
}

/// What is wrong with probabilities of the right shape.
func explainProbabilities(_ found: [[Double]], _ batch: Batch) -> String {
    func fits(_ wanted: [[Double]]) -> Bool { largestDifference(found, wanted) <= tolerance }
    let columns = (0..<batch.k).map { column in softmax(batch.logits.map { $0[column] }).probabilities }
    if fits(batch.matrix { row, column, _, _ in columns[column][row] }) {
        return
            "It looks as if softmax runs over the batch: the probabilities of each row must sum to 1, not those of each class."
    }
    for limit in [20.0, 30, 50, 88, 100, 300, 500, 600, 700, 709] {
        if fits(batch.logits.map { softmax($0.map { min(max($0, -limit), limit) }).probabilities }) {
            return "It looks as if logits are clamped: subtract each row's largest logit, which changes no probability."
        }
    }
    if largestDifference(found, batch.probabilities) < 1e-4 {
        return "It looks as if digits are lost in the probabilities, as in Float: all must be computed in Double."
    }
    if found.contains(where: { abs($0.reduce(0, +) - 1) > 1e-6 }) {
        return "The probabilities of a row do not sum to 1."
    }
    return "A probability is not the softmax of its row."
}

/// What is wrong with a finite loss.
func explainLoss(_ found: Double, _ batch: Batch) -> String {
    let rule = "the loss is the mean of log-sum-exp minus the label's logit"
    if batch.n == 0 { return "The loss of an empty batch must be 0." }
    if isClose(found, -batch.loss) {
        return "It looks as if the loss has the wrong sign: \(rule), and never negative."
    }
    if isClose(found, batch.losses.reduce(0, +)) {
        return "It looks as if losses are added up but not averaged: \(rule) over the rows."
    }
    if isClose(found, batch.loss / Double(batch.k)) {
        return "It looks as if the loss is divided by the number of classes too: \(rule) over the rows."
    }
    if isClose(found, batch.loss / log(2)) {
        return "It looks as if the logarithm has base 2: the natural one must be taken."
    }
    if isClose(found, batch.mean(zip(batch.probabilities, batch.labels).map { softmax($0).logSum - $0[$1] })) {
        return "It looks as if softmax is applied twice: \(rule), of the logits and not of the probabilities."
    }
    if isClose(found, batch.mean(zip(batch.losses, batch.logits).map { $0 - ($1.max() ?? 0) })) {
        return "It looks as if the row's largest logit is subtracted but not added back: \(rule)."
    }
    if isClose(found, batch.mean(batch.logits.map { softmax($0).logSum - ($0.max() ?? 0) })) {
        return "It looks as if the loss is that of the most probable class: \(rule)."
    }
    for epsilon in [1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16, .ulpOfOne, 1e-20, 1e-30, 1e-300]
    where isClose(found, batch.meanLoss { -log($0 + epsilon) })
        || isClose(found, batch.meanLoss { -log(max($0, epsilon)) })
        || isClose(found, batch.meanLoss { -log(min(max($0, epsilon), 1 - epsilon)) })
    {
        return
            "It looks as if probabilities are kept away from 0 before the logarithm: \(rule), which needs no such help."
    }
    if abs(found - batch.loss) < 1e-4 * max(1, batch.loss) {
        return "It looks as if digits are lost in the loss: \(rule), in Double, with nothing added."
    }
    return "The loss is not the mean cross-entropy: \(rule)."
}

/// What is wrong with a finite gradient of the right shape.
func explainGradient(_ found: [[Double]], _ batch: Batch) -> String {
    let n = Double(batch.n)
    let k = Double(batch.k)
    let rule = "it must be the probability, less 1 for the label, divided by n"
    func fits(_ value: (_ row: Int, _ class: Int, _ p: Double, _ isLabel: Bool) -> Double) -> Bool {
        let wanted = batch.matrix(value)
        let scale = wanted.joined().reduce(0) { max($0, abs($1)) }
        return largestDifference(found, wanted) <= tolerance * min(1, max(scale, 1 / n))
    }
    if fits({ _, _, p, isLabel in isLabel ? p - 1 : p }) {
        return "It looks as if the gradient is that of the sum: \(rule), as the loss is a mean."
    }
    if fits({ _, _, p, isLabel in (isLabel ? p - 1 : p) / (n * k) }) {
        return "It looks as if the gradient is divided by n and by k: \(rule) alone."
    }
    if fits({ _, _, p, isLabel in (isLabel ? p - 1 : p) / k }) {
        return "It looks as if the gradient is divided by k: \(rule)."
    }
    if fits({ _, _, p, isLabel in (isLabel ? 1 - p : -p) / n }) {
        return "It looks as if the gradient has the wrong sign: \(rule)."
    }
    if fits({ _, _, p, _ in p / n }) { return "It looks as if the label is left out of the gradient: \(rule)." }
    if fits({ _, _, p, isLabel in isLabel ? (p - 1) / n : 0 }) {
        return "It looks as if only the label's entry has a derivative: \(rule), for every class."
    }
    if fits({ _, _, p, isLabel in isLabel ? -1 / (p * n) : 0 }) {
        return "It looks as if the gradient is with respect to the probabilities, not to the logits: \(rule)."
    }
    if fits({ row, column, p, isLabel in
        let ownLabel = batch.probabilities[row][batch.labels[row]]
        return p * ((isLabel ? 1 : 0) - ownLabel) / n
    }) {
        return "It looks as if the gradient is that of a probability, without the logarithm: \(rule)."
    }
    return "A derivative is wrong: \(rule)."
}

extension OutputValidator {
    /// The next number of the output; one that is not finite is rejected with `message`.
    mutating func finite(_ what: String, _ message: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
            reject(message, detail: "\(what) is not finite")
        }
        return output.double(what)
    }

    /// A matrix of the output in the shape of the logits.
    mutating func rows(like batch: Batch, _ what: String, notFinite message: String) -> [[Double]] {
        let rows = output.int("the number of rows of \(what)")
        let columns = output.int("the number of columns of \(what)")
        require(
            rows == batch.n && columns == batch.k,
            "The \(what) must have one row for each row of logits, and in each one number for each class.",
            detail: "\(rows) rows of \(columns)")
        return batch.logits.map { $0.map { _ in finite("a number of the \(what)", message) } }
    }
}

var validator = OutputValidator()
let batch = Batch(&validator.input)

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    let probabilities = validator.answer.matrix("probabilities")
    let loss = validator.answer.double("the loss")
    let gradient = validator.answer.matrix("the gradient")
    validator.answer.end()
    if probabilities.map(\.count) != batch.logits.map(\.count) || gradient.map(\.count) != batch.logits.map(\.count)
        || largestDifference(probabilities, batch.probabilities) > tolerance || !isClose(loss, batch.loss)
        || largestDifference(gradient, batch.gradient) > tolerance
            / Double(max(1, batch.n))
    {
        validator.answer.fail("this is not the right answer")
    }
}

let probabilities = validator.rows(
    like: batch, "probabilities",
    notFinite:
        "A probability is not finite: it looks as if exp overflows, or all of a row's powers become 0; subtract each row's"
        + " own largest logit first.")
let loss = validator.finite(
    "the loss",
    batch.n == 0
        ? "The loss of an empty batch must be 0; it looks as if 0 is divided by 0."
        : "The loss is not finite: it looks as if log(0) is taken; use log-sum-exp of the logits, not the logarithm of a"
            + " probability.")
let gradient = validator.rows(
    like: batch, "gradient",
    notFinite:
        "A derivative is not finite: it looks as if a probability of 0 is divided by; the gradient is with respect to the"
        + " logits and needs no such division.")

let probabilityError = largestDifference(probabilities, batch.probabilities)
let gradientError =
    largestDifference(gradient, batch.gradient) * Double(batch.n)
validator.metric("max_probability_error", probabilityError)
validator.require(
    probabilityError <= tolerance, explainProbabilities(probabilities, batch), detail: "off by \(probabilityError)")
validator.require(
    isClose(loss, batch.loss), explainLoss(loss, batch), detail: "loss \(loss), expected \(batch.loss)")
validator.require(
    gradientError <= tolerance, explainGradient(gradient, batch), detail: "n times off by \(gradientError)")
validator.accept()
