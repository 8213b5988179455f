import ChallengeKit

// Accepted are weights and an intercept that are off by at most 1e-8 M / max(1, r), where M is the largest target and r the root
// of the points' mean squared length; and averages that are off by at most 1e-8 of the first loss, which is the largest.
//
// Why that is fair: the input validator sees to it that no step overshoots, so that an error made in one step does not grow in
// later ones. As the rate is at most 1 / (1 + r * r), the rounding of one step is a few units in the last place of M / max(1, r):
// 200,000 steps stay below 1e-10 of it.
let tolerance = 1e-8

var validator = OutputValidator()
let points = validator.input.matrix("points")
let targets = validator.input.doubleList("targets")
let penalty = validator.input.double("penalty")
let rate = validator.input.double("rate")
let steps = validator.input.int("steps")
let n = points.count
let d = points[0].count

func solved() -> (weights: [Double], intercept: Double, averages: [Double]) {
    var weights = [Double](repeating: 0, count: d)
    var slopes = weights
    var intercept = 0.0
    var total = 0.0
    var averages: [Double] = []
    for step in 0..<steps {
        var squares = 0.0
        var sum = 0.0
        for feature in 0..<d { slopes[feature] = 0 }
        for row in 0..<n {
            var error = intercept - targets[row]
            for feature in 0..<d { error += weights[feature] * points[row][feature] }
            squares += error * error
            sum += error
            for feature in 0..<d { slopes[feature] += error * points[row][feature] }
        }
        var size = 0.0
        for feature in 0..<d {
            size += weights[feature] * weights[feature]
            weights[feature] -= rate * (slopes[feature] / Double(n) + penalty * weights[feature])
        }
        intercept -= rate * sum / Double(n)
        total += (squares / Double(n) + penalty * size) / 2
        averages.append(total / Double(step + 1))
    }
    return (weights, intercept, averages)
}

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number(_ what: String) -> Double {
        var ahead = output
        if ["nan", "-nan", "inf", "-inf"].contains(ahead.word(what)) { reject("A number is not finite.") }
        return output.double(what)
    }
}

let count = validator.output.int("the number of weights")
validator.require(count == d, "There must be one weight for each feature.")
let weights = (0..<count).map { _ in validator.number("a weight") }
let intercept = validator.number("the intercept")
let averageCount = validator.output.int("the number of averages")
validator.require(averageCount == steps, "There must be one average for each step.")
let averages = (0..<averageCount).map { _ in validator.number("an average") }

let expected = solved()
let spread = (points.joined().reduce(0) { $0 + $1 * $1 } / Double(n)).squareRoot()
let scale = targets.reduce(0) { max($0, abs($1)) } / max(1, spread)

/// The largest difference, as a multiple of `scale`.
func error(_ values: [Double], _ wanted: [Double], _ scale: Double) -> Double {
    let worst = zip(values, wanted).reduce(0) { max($0, abs($1.0 - $1.1)) }
    return worst == 0 ? 0 : worst / scale
}

// The answer file is the model solution's; a wrong one is the challenge's fault.
let answered = validator.answer.doubleList("weights")
let answeredIntercept = validator.answer.double("the intercept")
let answeredAverages = validator.answer.doubleList("averages")
validator.answer.end()
let firstLoss = expected.averages.first ?? 1
if answered.count != d || answeredAverages.count != steps
    || error(answered + [answeredIntercept], expected.weights + [expected.intercept], scale) > tolerance
    || error(answeredAverages, expected.averages, firstLoss) > tolerance
{
    validator.answer.fail("this is not what these steps lead to")
}

let ofWeights = error(weights, expected.weights, scale)
let ofIntercept = error([intercept], [expected.intercept], scale)
let ofAverages = error(averages, expected.averages, firstLoss)
let worst = max(ofWeights, ofIntercept, ofAverages)
if worst.isFinite { validator.metric("max_relative_error", worst) }
if worst > tolerance {
    if worst < 3e-6 { validator.reject("Digits are lost: the answer is almost, but not quite right.") }
    if ofWeights <= tolerance, ofIntercept <= tolerance {
        validator.reject("An average is not the mean of the losses up to its step; weights and intercept are right.")
    }
    if ofWeights > tolerance {
        validator.reject("A weight is not the one after exactly these steps.", detail: "off by \(ofWeights)")
    }
    validator.reject("The intercept is not the one after exactly these steps; the weights are right.")
}
validator.accept()
