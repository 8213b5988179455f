import ChallengeKit
import Glibc

// Graded is what the returned model says about the training rows: its probabilities against those of exactly the same
// number of steps by the model solution. So any weights that give the right probabilities are right.
//
// Why 1e-5. The mean log-loss is convex and its gradient L-Lipschitz, so with a rate up to 1/L a step never drives two
// models further apart: rounding errors add up over the steps and are not amplified. Other orders of summation stay
// below 1e-14 on every case, scores clamped at +-20 below 1e-8, and single precision or probabilities clipped at 1e-7
// below 1e-6. The cases with larger rates are saturated: after the first step every score lies beyond +-700, where the
// sigmoid is flat and passes no error on. The slightest of the packaged mistakes is off by more than 1e-2 in at least
// one case, so the tolerance stands well apart from both.
let tolerance = 1e-5

/// A fitted model: one weight for each feature, and the intercept.
struct Model {
    var weights: [Double]
    var intercept: Double

    func score(_ point: [Double]) -> Double {
        var sum = intercept
        for column in 0..<weights.count { sum += weights[column] * point[column] }
        return sum
    }
}

/// The probability of class 1; neither branch can overflow.
func sigmoid(_ score: Double) -> Double {
    if score >= 0 { return 1 / (1 + exp(-score)) }
    let power = exp(score)
    return power / (1 + power)
}

/// The log-loss of one row, `log(1 + exp(-margin))`, where the margin is the score signed by the label.
func logLoss(margin: Double) -> Double {
    margin >= 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin
}

var validator = OutputValidator()

let points = validator.input.matrix("the points")
let labels = validator.input.intList("the labels")
_ = validator.input.double("the learning rate")
let iterations = validator.input.int("the number of iterations")
let columns = points.first?.count ?? 0

var expected = Model(weights: [], intercept: 0)
expected.weights = validator.answer.doubleList("the weights of the answer")
expected.intercept = validator.answer.double("the intercept of the answer")
guard expected.weights.count == columns else { validator.answer.fail("expected \(columns) weights") }

/// A number of the output, which must be finite.
func finite(_ what: String, of validator: inout OutputValidator) -> Double {
    var ahead = validator.output
    let word = ahead.word(what)
    if ["nan", "-nan", "inf", "-inf"].contains(word) {
        validator.reject(
            "The model is not finite (\(what) is \(word)): an exponential has overflowed, a quotient is 0/0, or the steps"
                + " have grown without bound.")
    }
    return validator.output.double(what)
}

let count = validator.output.int("the number of weights")
validator.require(
    count == columns, "There must be one weight for each feature; the number of returned weights is not d.",
    detail: "\(count) instead of \(columns)")
var returned = Model(weights: [], intercept: 0)
for _ in 0..<columns { returned.weights.append(finite("a weight", of: &validator)) }
returned.intercept = finite("the intercept", of: &validator)

var worst = 0.0
var worstRow = 0
var expectedLoss = 0.0
var returnedLoss = 0.0
for (row, point) in points.enumerated() {
    let wanted = expected.score(point)
    let found = returned.score(point)
    validator.require(
        found.isFinite, "The score of a row is not finite, because a weight or the intercept is far too large.",
        detail: "row \(row)")
    let error = abs(sigmoid(found) - sigmoid(wanted))
    if error > worst {
        worst = error
        worstRow = row
    }
    let sign: Double = labels[row] == 1 ? 1 : -1
    expectedLoss += logLoss(margin: sign * wanted) / Double(points.count)
    returnedLoss += logLoss(margin: sign * found) / Double(points.count)
}
validator.metric("max_probability_error", worst)

if worst > tolerance {
    let detail = "row \(worstRow) is off by \(worst); log-loss \(returnedLoss), expected \(expectedLoss)"
    // The first rule that is broken; each sentence says only what can be seen from the returned model.
    if iterations == 0 {
        validator.reject("With 0 iterations no step is taken: the weights and the intercept stay 0.", detail: detail)
    }
    if returned.intercept == 0, returned.weights.allSatisfy({ $0 == 0 }) {
        validator.reject("Weights and intercept are still 0: not one step was taken.", detail: detail)
    }
    if returned.intercept == 0, abs(expected.intercept) > tolerance {
        validator.reject(
            "The intercept is still 0: it must move in every step, by the rate times the mean of y - p.",
            detail: detail)
    }
    if returnedLoss > max(log(2), expectedLoss) * (1 + 1e-12) {
        validator.reject(
            "The log-loss is higher than at the start, where every probability is 0.5: check the sign of the gradient,"
                + " the labels 0 and 1, and that the gradient is a mean over the rows.", detail: detail)
    }
    if returnedLoss < expectedLoss {
        validator.reject(
            "The log-loss is lower than exactly these steps reach: look for a sum where the mean is asked, for extra"
                + " steps, and for a model that moves before all of its gradient is known.", detail: detail)
    }
    validator.reject(
        "The log-loss is higher than exactly these steps reach: look for missing steps, an early stop, a penalty, a"
            + " wrong gradient, and a model that moves before all of its gradient is known.", detail: detail)
}
validator.accept()
