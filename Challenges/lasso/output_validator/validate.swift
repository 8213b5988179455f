import ChallengeKit

// Accepted is every model at which the objective is as small as it can be, by the conditions for that, whatever solver found it.
// With residuals r, centred columns x_j of deviation s_j, and the deviation s_y of the targets,
//
//     |mean of r| <= 1e-7 s_y                                        the intercept is free,
//     |x_j r / n - l2 w_j - l1 sign w_j| <= 1e-7 s_j s_y             where w_j is not 0,
//     |x_j r / n| <= l1 + 1e-7 s_j s_y                               where w_j is 0.
//
// The objective is convex, so these conditions are not only necessary. Where |x_j r / n| is clearly below l1, no w_j but 0 meets them.
//
// Why 1e-7: by the input validator, coordinate descent on centred columns comes to 1e-9 within the asked sweeps. What rounding leaves
// in `Double` is below 1e-10, with columns 1e4 deviations from zero; `Float` leaves 1e-6 and more. The slightest of the packaged mistakes
// is off by more than 1e-5 in at least one case.
let tolerance = 1e-7
/// A model is recognised as that of a mistake with this tolerance: a mistaken descent may converge slower.
let looseTolerance = 1e-5

struct Problem {
    let n: Int
    let d: Int
    let columns: [[Double]]
    let means: [Double]
    let deviations: [Double]
    /// The scale of each feature: its deviation, or its size where it is constant.
    let sizes: [Double]
    let targets: [Double]
    let targetMean: Double
    let scale: Double
    let l1: Double
    let l2: Double

    init(_ input: inout Reader) {
        let points = input.matrix("points")
        let values = input.doubleList("targets")
        l1 = input.double("l1")
        l2 = input.double("l2")
        _ = input.int("sweeps")
        input.end()
        n = points.count
        d = points[0].count
        let features = (0..<d).map { j in Self.centred(points.map { $0[j] }) }
        columns = features.map(\.values)
        means = features.map(\.mean)
        deviations = features.map(\.deviation)
        sizes = features.map { Self.firstPositive([$0.deviation, abs($0.mean), 1]) }
        let centredTargets = Self.centred(values)
        targets = centredTargets.values
        targetMean = centredTargets.mean
        scale = Self.firstPositive([centredTargets.deviation, abs(centredTargets.mean), 1])
    }

    private static func firstPositive(_ values: [Double]) -> Double { values.first { $0 > 0 } ?? 1 }

    private static func centred(_ values: [Double]) -> (values: [Double], mean: Double, deviation: Double) {
        if values.allSatisfy({ $0 == values[0] }) { return (values.map { _ in 0 }, values[0], 0) }
        let mean = values.reduce(0, +) / Double(values.count)
        let centred = values.map { $0 - mean }
        return (centred, mean, (centred.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot())
    }

    /// The intercept that belongs to `weights`.
    func intercept(_ weights: [Double]) -> Double { zip(weights, means).reduce(targetMean) { $0 - $1.0 * $1.1 } }

    /// The state of `weights`, with the intercept that belongs to them.
    func state(_ weights: [Double]) -> State {
        var residuals = targets
        for j in 0..<d where weights[j] != 0 {
            for (i, value) in columns[j].enumerated() { residuals[i] -= weights[j] * value }
        }
        let products = columns.map { column -> Double in
            var sum = 0.0
            for (value, residual) in zip(column, residuals) { sum += value * residual }
            return sum / Double(n)
        }
        var objective = residuals.reduce(0) { $0 + $1 * $1 } / Double(2 * n)
        for weight in weights { objective += l1 * abs(weight) + l2 / 2 * weight * weight }
        return State(problem: self, weights: weights, products: products, objective: objective)
    }

    /// The weights after one sweep from zero.
    func firstSweep() -> [Double] {
        var residuals = targets
        return (0..<d).map { j in
            let curvature = deviations[j] * deviations[j] + l2
            var sum = 0.0
            for (value, residual) in zip(columns[j], residuals) { sum += value * residual }
            let pull = sum / Double(n)
            let weight = curvature == 0 ? 0 : (max(pull - l1, 0) - max(-pull - l1, 0)) / curvature
            for (i, value) in columns[j].enumerated() { residuals[i] -= weight * value }
            return weight
        }
    }
}

/// Weights, and the products of the columns with the residuals that they leave, divided by n.
struct State {
    let problem: Problem
    let weights: [Double]
    let products: [Double]
    let objective: Double

    /// By how much the condition of weight `j` is violated, in units of its scale, with other penalties than asked for where they are given.
    func violation(_ j: Int, l1: Double? = nil, l2: Double? = nil) -> Double {
        let l1 = l1 ?? problem.l1
        let l2 = l2 ?? problem.l2
        let weight = weights[j]
        let slope = products[j] - l2 * weight
        let wanted = weight > 0 ? l1 : weight < 0 ? -l1 : max(-l1, min(l1, slope))
        let amount = abs(slope - wanted) / (problem.sizes[j] * problem.scale)
        return amount.isNaN ? .infinity : amount
    }

    /// The largest violation, with penalties that may differ from feature to feature.
    func worst(_ penalties: (Int) -> (l1: Double, l2: Double)) -> Double {
        (0..<problem.d).reduce(0) { worst, j in
            let (l1, l2) = penalties(j)
            return max(worst, violation(j, l1: l1, l2: l2))
        }
    }

    var worst: Double { worst { _ in (problem.l1, problem.l2) } }
}

/// Finds words for what is wrong.
struct Explanation {
    let problem: Problem
    let state: State
    let intercept: Double

    func message() -> String {
        let off = abs(problem.intercept(state.weights) - intercept) / problem.scale
        let isFree = off <= tolerance
        if !isFree, intercept == 0 {
            return "It looks as if there is no intercept: the residuals do not sum to zero."
        }
        if let found = standardised() { return "It looks as if \(found)." }
        if isFree, let found = penalties() ?? shape() { return "It looks as if \(found)." }
        if max(off, state.worst) <= 2e-3 {
            return
                "The objective is nearly, but not quite as small as it can be: too few sweeps, an early stop, or lost digits."
        }
        if isFree { return general() }
        if abs(intercept - problem.targetMean) <= tolerance * problem.scale {
            return
                "It looks as if the intercept is the mean of the targets: it belongs to features as given, not to centred ones."
        }
        return state.worst <= tolerance
            ? "The weights are right, but the intercept is not: the residuals do not sum to zero."
            : "The residuals do not sum to zero: the intercept is free, no penalty holds it back."
    }

    /// Whether a violation that remains under another rule is so much smaller that this rule explains the output.
    private func explains(_ violation: Double) -> Bool {
        state.worst > tolerance && violation <= min(looseTolerance, state.worst / 100)
    }

    /// Penalties or weights of features that were divided by their deviations.
    private func standardised() -> String? {
        let deviations = problem.deviations
        let penalties = { (j: Int) in (problem.l1 * deviations[j], problem.l2 * deviations[j] * deviations[j]) }
        if explains(state.worst(penalties)) {
            return
                "features are standardised before they are penalised: penalties are for the weights of the features as given"
        }
        let weights = problem.sizes.indices.map { state.weights[$0] / problem.sizes[$0] }
        if explains(problem.state(weights).worst(penalties)) {
            return "the weights are those of standardised features: they must be for the features as given"
        }
        return nil
    }

    /// Other penalties than asked for.
    private func penalties() -> String? {
        let (l1, l2) = (problem.l1, problem.l2)
        let n = Double(problem.n)
        let rule = "the sum of squares is divided by 2 n"
        let others: [(symptom: String, l1: Double, l2: Double)] = [
            ("no weight is penalised", 0, 0),
            ("l2 is left out", l1, 0),
            ("l1 is left out", 0, l2),
            ("l1 and l2 are swapped: l1 is for absolute values, l2 for squares", l2, l1),
            ("the penalty on squares is l2 and not l2 / 2 times their sum", l1, 2 * l2),
            ("the penalty on squares is halved twice", l1, l2 / 2),
            ("l1 is halved: only l2 has a factor of 1 / 2", l1 / 2, l2),
            ("l1 is doubled", 2 * l1, l2),
            ("the loss is divided by n: \(rule)", l1 / 2, l2 / 2),
            ("the loss is half the sum of squares: \(rule)", l1 / n, l2 / n),
            ("the loss is the sum of squares: \(rule)", l1 / 2 / n, l2 / 2 / n),
            ("the loss is divided by n - 1: \(rule)", l1 * (n - 1) / n, l2 * (n - 1) / n),
            ("only l1 has the factor n that belongs to a loss of half the sum of squares: \(rule)", l1, l2 / n),
            ("only l2 has the factor n that belongs to a loss of half the sum of squares: \(rule)", l1 / n, l2),
        ]
        for other in others where explains(state.worst { _ in (other.l1, other.l2) }) { return other.symptom }
        let squares = problem.deviations.map { $0 * $0 }
        if explains(state.worst { (l1, l2 * squares[$0]) }) {
            return
                "l2 is multiplied by the mean square of the feature: it is added to that in the denominator of a step"
        }
        if explains(state.worst { (l1 * problem.deviations[$0], l2) }) {
            return "l1 is multiplied by the deviation of the feature: features are not standardised"
        }
        return nil
    }

    /// Weights that would be right but for one habit.
    private func shape() -> String? {
        let weights = state.weights
        let indices = 0..<problem.d
        if problem.l2 > 0, explains(problem.state(weights.map { $0 / (1 + problem.l2) }).worst) {
            return "the weights are multiplied by 1 + l2 at the end: they must be those of the smallest objective"
        }
        if weights.allSatisfy({ $0 == 0 }) { return nil }
        let wrong = indices.filter { state.violation($0) > tolerance }
        if problem.l1 > 0, wrong.allSatisfy({ weights[$0] == 0 && state.products[$0] < 0 }),
            weights.allSatisfy({ $0 >= 0 })
        {
            return "weights cannot become negative: a pull below -l1 gives a negative weight"
        }
        if problem.l1 > 0, wrong.allSatisfy({ weights[$0] == 0 && state.products[$0] > 0 }),
            weights.allSatisfy({ $0 <= 0 })
        {
            return "weights cannot become positive: a pull above l1 gives a positive weight"
        }
        if problem.l1 > 0, indices.allSatisfy({ weights[$0] == 0 || explains(state.violation($0, l1: 0)) }) {
            return "weights are cut off below l1 but not moved towards 0 by it (soft threshold)"
        }
        let isSmall = indices.map { abs(weights[$0]) * problem.sizes[$0] < 0.02 * problem.scale }
        let cleaned = problem.state(indices.map { isSmall[$0] ? 0 : weights[$0] })
        if cleaned.worst <= 1e-2,
            indices.contains(where: { isSmall[$0] && weights[$0] != 0 && cleaned.violation($0) == 0 }),
            wrong.contains(where: { isSmall[$0] && weights[$0] != 0 })
        {
            return "a weight is only nearly 0, where it must be exactly 0"
        }
        if zip(weights, problem.firstSweep()).allSatisfy({ abs($0 - $1) <= 1e-9 * max(abs($0), abs($1)) }) {
            return "there is one sweep only: the weights depend on each other"
        }
        return nil
    }

    private func general() -> String {
        let zero = problem.state(problem.means.map { _ in 0 })
        if state.weights.allSatisfy({ $0 == 0 }) {
            return "All weights are 0, but a feature pulls with more than l1."
        }
        if state.objective > zero.objective * (1 + 1e-9) {
            return
                "The objective is higher than with all weights at 0: do all weights move at once, or past residuals that are not up to date?"
        }
        let hasWrongZero = (0..<problem.d).contains { state.weights[$0] == 0 && state.violation($0) > tolerance }
        return hasWrongZero
            ? "The objective can be made smaller: a weight is 0 although its feature pulls with more than l1."
            : "The objective can be made smaller, by a change of a weight that is not 0."
    }
}

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number(_ what: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
            reject("\(what) is not finite: is 0 divided by 0 for a constant feature, or do weights grow without bound?")
        }
        return output.double(what)
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)

// The answer file is the author's or the model solution's; a wrong one is the challenge's fault.
let answer = problem.state(validator.answer.doubleList("weights"))
let answeredIntercept = validator.answer.double("intercept")
validator.answer.end()
if answer.worst > tolerance || abs(problem.intercept(answer.weights) - answeredIntercept) > tolerance * problem.scale {
    validator.answer.fail("this is not where the objective is smallest")
}

let count = validator.output.int("the number of weights")
validator.require(count == problem.d, "There must be one weight for each feature.", detail: "\(count)")
var weights: [Double] = []
for _ in 0..<count { weights.append(validator.number("A weight")) }
let intercept = validator.number("The intercept")

let state = problem.state(weights)
let off = abs(problem.intercept(weights) - intercept) / problem.scale
let worst = max(state.worst, off.isNaN ? .infinity : off)
if worst.isFinite { validator.metric("max_violation", worst) }
if worst > tolerance {
    let explanation = Explanation(problem: problem, state: state, intercept: intercept)
    validator.reject(explanation.message(), detail: "violation \(state.worst), intercept off by \(off)")
}
validator.accept()
