import ChallengeKit

// What is accepted: every (weights, intercept) whose residuals r satisfy, with T the targets' sum of squares about
// their mean, S* the least sum of squared residuals, and x the centred column of a feature,
//
//     |Σ r|   <= 1e-4 √n √T                   the intercept's normal equation, scaled,
//     |x · r| <= 1e-4 ‖x‖ √T                  each feature's normal equation, scaled,
//     Σ r²    <= (1 + 1e-6) S* + 1e-12 T      the residual.
//
// Why both kinds: by Pythagoras Σ r² - S* is the squared distance of the fitted values from the best ones. Where S*
// is large, its millionth hides distances that the normal equations still see; where a direction of the features is
// weak (a singular value of 1e-6), the normal equations hardly see it but the residual does.
//
// Why these numbers: measured on the full-rank data of this package, condition number 1e6, with the parts of the
// targets along weak directions at three times the noise. Relative to the limits, the worst of many draws was
//
//     method                                        normal equations     residual
//     Householder or modified Gram-Schmidt QR           1e-7               4e-12
//     SVD, pseudo-inverse of the points                 4e-7               8e-14
//     centred normal equations, elimination             6e-7               2e-3
//     pseudo-inverse by eigenvalues of XᵀX              6e-7               6e-3
//     classical Gram-Schmidt                            1e-4               3e-2
//     explicit inverse of XᵀX                           3e-1               2e-1
//
// while mistakes are far outside: leaving one weak direction out exceeds the residual's limit 1e4 times and more; the
// uncentred matrix of data 1e7 deviations from zero exceeds that of the normal equations 5e2 times and more.
// Rounding in the evaluation below is at most about 1e-7 √T, for columns 1e8 deviations from zero.
enum Tolerance {
    static let normal = 1e-4
    static let residual = 1e-6
    static let fit = 1e-12
}

/// A least-squares problem, centred: columns of the points about their means, and the targets about theirs.
struct Problem {
    let n: Int
    let d: Int
    /// Centred columns, one after the other; a constant column is exactly zero.
    private(set) var columns: [Double]
    private(set) var means: [Double]
    /// Euclidean lengths of the centred columns.
    private(set) var lengths: [Double]
    private(set) var targets: [Double]
    let targetMean: Double
    /// The scale T of squared residuals: the targets' sum of squares, about their mean unless they are all equal.
    let scale: Double

    init(points: [[Double]], targets values: [Double]) {
        n = points.count
        d = points[0].count
        columns = [Double](repeating: 0, count: n * d)
        means = []
        lengths = []
        for feature in 0..<d {
            let (mean, centred) = Self.centred(points.map { $0[feature] })
            means.append(mean)
            lengths.append(centred.reduce(0) { $0 + $1 * $1 }.squareRoot())
            columns.replaceSubrange(feature * n..<(feature + 1) * n, with: centred)
        }
        (targetMean, targets) = Self.centred(values)
        let variation = targets.reduce(0) { $0 + $1 * $1 }
        let size = values.reduce(0) { $0 + $1 * $1 }
        // Equal targets have no variation to measure errors against; zeros have no size either.
        scale = variation > 0 ? variation : size > 0 ? size : Double(n)
    }

    /// The mean, and the values about it; of a constant column the value itself and exact zeros.
    private static func centred(_ values: [Double]) -> (mean: Double, values: [Double]) {
        if values.allSatisfy({ $0 == values[0] }) { return (values[0], values.map { _ in 0 }) }
        let mean = values.reduce(0, +) / Double(values.count)
        return (mean, values.map { $0 - mean })
    }

    /// Residuals of an answer. Written in the centred values, so that an offset costs no digits.
    func residuals(weights: [Double], intercept: Double) -> [Double] {
        var shift = targetMean - intercept
        for feature in 0..<d { shift -= weights[feature] * means[feature] }
        var residuals = targets.map { $0 + shift }
        for feature in 0..<d {
            let weight = weights[feature]
            for row in 0..<n { residuals[row] -= weight * columns[feature * n + row] }
        }
        return residuals
    }

    /// The least sum of squares, by Householder QR with column pivoting of the columns scaled to unit length:
    /// what is left of the targets below the last pivot. Pivots under 1e-9 are rounding: real ones are 1e-6 at least.
    func leastSquares() -> Double {
        var matrix = columns
        for feature in 0..<d where lengths[feature] > 0 {
            for row in feature * n..<(feature + 1) * n { matrix[row] /= lengths[feature] }
        }
        var right = targets
        var rank = 0
        var order = Array(0..<d)
        while rank < min(n, d) {
            var best = rank
            var longest = -1.0
            for place in rank..<d {
                var square = 0.0
                for row in order[place] * n + rank..<(order[place] + 1) * n { square += matrix[row] * matrix[row] }
                if square > longest { (best, longest) = (place, square) }
            }
            let length = longest.squareRoot()
            if length < 1e-9 { break }
            order.swapAt(rank, best)
            let start = order[rank] * n
            var reflector = Array(matrix[start + rank..<start + n])
            reflector[0] += reflector[0] < 0 ? -length : length
            let factor = 2 / reflector.reduce(0) { $0 + $1 * $1 }
            for place in rank + 1..<max(d, rank + 1) {
                Self.reflect(&matrix, at: order[place] * n + rank, by: reflector, factor: factor)
            }
            Self.reflect(&right, at: rank, by: reflector, factor: factor)
            rank += 1
        }
        return right[rank...].reduce(0) { $0 + $1 * $1 }
    }

    private static func reflect(_ values: inout [Double], at start: Int, by reflector: [Double], factor: Double) {
        var along = 0.0
        for index in 0..<reflector.count { along += reflector[index] * values[start + index] }
        along *= factor
        for index in 0..<reflector.count { values[start + index] -= along * reflector[index] }
    }
}

/// An answer's errors, in units that the tolerances are given in.
struct Errors {
    let squares: Double
    /// |Σ r| / (√n √T)
    let intercept: Double
    /// The largest |x · r| / (‖x‖ √T) over the features.
    let weights: Double

    init(_ problem: Problem, weights values: [Double], intercept value: Double) {
        let residuals = problem.residuals(weights: values, intercept: value)
        let root = problem.scale.squareRoot()
        squares = residuals.reduce(0) { $0 + $1 * $1 }
        intercept = abs(residuals.reduce(0, +)) / (Double(problem.n).squareRoot() * root)
        var largest = 0.0
        for feature in 0..<problem.d where problem.lengths[feature] > 0 {
            var product = 0.0
            for row in 0..<problem.n { product += problem.columns[feature * problem.n + row] * residuals[row] }
            let error = abs(product) / (problem.lengths[feature] * root)
            // Overflow of absurd weights gives NaN, which no comparison sees.
            if !(error <= largest) { largest = error.isNaN ? .infinity : error }
        }
        weights = largest
    }

    /// Whether the sum of squares is the least one, up to the tolerances.
    func isLeast(_ least: Double, of problem: Problem) -> Bool {
        squares <= (1 + Tolerance.residual) * least + Tolerance.fit * problem.scale
    }
}

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number(_ what: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
            reject(
                "Every weight and the intercept must be finite, also where the features are linearly dependent.",
                detail: "\(what) is not finite")
        }
        return output.double(what)
    }
}

var validator = OutputValidator()
let points = validator.input.matrix("points")
let targets = validator.input.doubleList("targets")
validator.input.end()
let problem = Problem(points: points, targets: targets)

let count = validator.output.int("the number of weights", in: 0...Int(Int32.max))
validator.require(
    count == problem.d, "There must be exactly one weight for each feature.",
    detail: "\(count) weights, \(problem.d) features")
var weights: [Double] = []
for _ in 0..<count { weights.append(validator.number("a weight")) }
let intercept = validator.number("the intercept")

// The answer file is the model solution's. Its sum of squares is a yardstick beside our own, never one that is above.
var least = problem.leastSquares()
if !validator.answer.isAtEnd() {
    let modelWeights = validator.answer.doubleList("weights")
    let modelIntercept = validator.answer.double("the intercept")
    validator.answer.end()
    if modelWeights.count != problem.d { validator.answer.fail("expected one weight for each feature") }
    let model = Errors(problem, weights: modelWeights, intercept: modelIntercept)
    let isRight = model.intercept <= Tolerance.normal && model.weights <= Tolerance.normal
    if !isRight || !model.isLeast(least, of: problem) { validator.answer.fail("this is no minimiser") }
    least = min(least, model.squares)
}

let errors = Errors(problem, weights: weights, intercept: intercept)
let smallest = Tolerance.fit * problem.scale
let ratio = ((errors.squares + smallest) / (least + smallest)).squareRoot()
if ratio.isFinite { validator.metric("residual_ratio", ratio) }

validator.require(
    errors.intercept <= Tolerance.normal,
    "The residuals do not sum to zero: with these weights another intercept fits better.",
    detail: "intercept's scaled normal equation is off by \(errors.intercept)")
validator.require(
    errors.weights <= Tolerance.normal,
    "The residuals are still correlated with a feature: other weights fit better.",
    detail: "scaled normal equation is off by \(errors.weights), residual ratio \(ratio)")
validator.require(
    errors.isLeast(least, of: problem),
    "The sum of squared residuals is above the least possible: a direction in which the features vary is not fitted.",
    detail: "residual ratio \(ratio)")
validator.accept()
