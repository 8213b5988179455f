import ChallengeKit

// Each score, and the mean, must be within 1e-8 Y^2 of what is computed here, where Y is the largest magnitude of a target.
//
// Why that is fair: prefix sums over 1e5 rows are off by less than 1e-12 Y times the weight of all rows, and the training rows
// have a thousandth of that, so a prediction is off by 1e-9 Y at the very most, and mostly by far less. Why it is strict
// enough: a prediction in `Float` is off by about 3e-8 Y, and all other mistakes by more.
//
// Messages say what is wrong about the answer, and not which line of the starter may be to blame.
var tolerance = 0.0

func isClose(_ found: Double, _ wanted: Double) -> Bool { abs(found - wanted) <= tolerance }

var validator = OutputValidator()
let targets = validator.input.doubleList("targets")
let weights = validator.input.doubleList("weights")
let folds = validator.input.int("folds")
let gap = validator.input.int("gap")
validator.input.end()
let largest = targets.reduce(0) { max($0, abs($1)) }
tolerance = 1e-8 * largest * largest

let n = targets.count
var scores: [Double] = []
var shares: [Double] = []
var start = 0
for fold in 0..<folds {
    let end = start + n / folds + (fold < n % folds ? 1 : 0)
    var sum = 0.0
    var trained = 0.0
    for i in 0..<n where i < start - gap || i >= end + gap {
        sum += weights[i] * targets[i]
        trained += weights[i]
    }
    var errors = 0.0
    var tested = 0.0
    for i in start..<end {
        let error = targets[i] - sum / trained
        errors += weights[i] * error * error
        tested += weights[i]
    }
    scores.append(errors / tested)
    shares.append(tested)
    start = end
}
let mean = zip(scores, shares).reduce(0) { $0 + $1.0 * $1.1 } / shares.reduce(0, +)

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    let given = validator.answer.doubleList("scores")
    let givenMean = validator.answer.double("the mean")
    validator.answer.end()
    if given.count != folds || !zip(given, scores).allSatisfy({ isClose($0, $1) }) || !isClose(givenMean, mean) {
        validator.answer.fail("this is not the right answer")
    }
}

extension OutputValidator {
    /// The next number of the output; one that is not finite is rejected with `message`.
    mutating func finite(_ what: String, _ message: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) { reject(message) }
        return output.double(what)
    }
}

let count = validator.output.int("the number of scores")
validator.require(
    count == folds, "There must be one score for each fold.", detail: "\(count) scores, expected \(folds)")
let found = (0..<folds).map { _ in validator.finite("a score", "A score is not finite.") }
let foundMean = validator.finite("the mean", "The mean is not finite.")

if !zip(found, scores).allSatisfy({ isClose($0, $1) }) {
    if zip(found, scores).allSatisfy({ abs($0 - $1) <= 1e4 * tolerance / 10 }) {
        validator.reject("The scores are right to a few digits only.")
    }
    if zip(found, zip(scores, shares)).allSatisfy({ isClose($0, $1.0 * $1.1) }) {
        validator.reject("A score is not divided by the weight of its tested rows.")
    }
    validator.require(isClose(found[0], scores[0]), "The score of the first fold is wrong.")
    validator.reject("The score of the first fold is right, but another is wrong.")
}
validator.require(
    isClose(foundMean, mean), "All scores are right, but their mean is wrong.",
    detail: "mean \(foundMean), expected \(mean)")
validator.accept()
