import ChallengeKit
import Glibc

// With the right answer starred, accepted are
//
//     |weight - weight*| <= 1e-6,  |mean - mean*| <= 1e-6 sqrt(variance*),  |variance - variance*| <= 1e-6 variance*,
//     |L - L*| <= 1e-6 (n d + |L*|).
//
// Why that is fair: the input validator takes the rounds again with errors of 2e-15 in each log-density, sum, mean and variance, and
// accepts only inputs whose answer then changes by at most a hundredth of that.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-6
/// Below this sum of responsibilities a component has lost its points.
let least = 1e-8

/// What a round does; each property is as the statement asks at the start.
struct Habits {
    enum Lost { case stays, onlyAtZero, zero, meanOfPoints, keepsWeight, restarts, widens }
    enum Variance { case own, aboutOldMean, lessOne, spherical, pooled, byPoints, uncentred, root }
    enum Floor { case least, added, none, zeroOnly, addedInDensity }
    enum Underflow { case none, ignored, smallNumber, even, best }
    enum Share {
        case soft, hard, overPoints, withoutWeights, withoutDeterminant, halfMissing, asDeviation, unnormalised,
            withoutZero
    }

    var lost = Lost.stays
    var variance = Variance.own
    var floor = Floor.least
    var underflow = Underflow.none
    var share = Share.soft
    var keepsWeights = false
    var evenWeights = false
    var smoothsWeights = false
    var extraRounds = 0
    var oneByOne = false
    var keepsVariances = false
    var stopsEarly = false
}

/// The components of a mixture.
struct Components {
    var weights: [Double]
    var means: [[Double]]
    var variances: [[Double]]
}

/// What the solution was given.
struct Problem {
    let points: [[Double]]
    let start: Components
    let iterations: Int
    let floor: Double

    init(_ reader: inout Reader) {
        points = reader.matrix("points")
        let weights = reader.doubleList("weights")
        let means = reader.matrix("means")
        start = Components(weights: weights, means: means, variances: reader.matrix("variances"))
        iterations = reader.int("iterations")
        floor = reader.double("varianceFloor")
        reader.end()
    }

    var n: Int { points.count }
    var d: Int { points[0].count }
    var k: Int { start.weights.count }

    /// The logarithms of weight times density, for each component and point.
    func joints(_ components: Components, _ habits: Habits = Habits()) -> [[Double]] {
        (0..<k).map { c in
            var constant = habits.share == .withoutWeights ? 0 : log(components.weights[c])
            if habits.share == .withoutZero { constant = log(components.weights[c] + 1e-10) }
            for variance in components.variances[c] {
                if habits.share == .withoutDeterminant { continue }
                let used = habits.floor == .addedInDensity ? variance + floor : variance
                constant -= 0.5 * log(2 * .pi * used)
                if habits.share == .asDeviation { constant -= 0.5 * log(used) }
            }
            return points.map { point in
                var sum = 0.0
                for j in 0..<d {
                    let difference = point[j] - components.means[c][j]
                    var variance = components.variances[c][j]
                    if habits.floor == .addedInDensity { variance += floor }
                    if habits.share == .asDeviation { variance *= variance }
                    sum += difference * difference / variance
                }
                return constant - (habits.share == .halfMissing ? 1 : 0.5) * sum
            }
        }
    }

    /// Responsibilities, for each component and point.
    func shares(_ components: Components, _ habits: Habits) -> [[Double]] {
        var result = joints(components, habits)
        if habits.share == .overPoints {
            for c in 0..<k {
                let top = result[c].max()!
                let powers = result[c].map { top == -.infinity ? 0 : exp($0 - top) }
                let sum = powers.reduce(0, +)
                result[c] = powers.map { sum > 0 ? $0 / sum : 0 }
            }
            return result
        }
        for i in 0..<n {
            let column = (0..<k).map { result[$0][i] }
            let top = column.max()!
            var powers = column.map { exp($0 - top) }
            var sum = powers.reduce(0, +)
            if habits.underflow != .none {
                powers = column.map { exp($0) }
                sum = powers.reduce(0, +)
                if habits.underflow == .smallNumber { sum += 1e-300 }
                if sum == 0 {
                    switch habits.underflow {
                    case .even: (powers, sum) = (column.map { _ in 1 }, Double(k))
                    case .best: (powers, sum) = (column.map { $0 == top ? 1 : 0 }, 1)
                    default: sum = 1
                    }
                }
            }
            if habits.share == .unnormalised {
                powers = column.map { exp($0) }
                sum = 1
            }
            // A mistake that is replayed may have made all of them NaN, which equals nothing.
            let best = column.firstIndex(of: top) ?? 0
            for c in 0..<k {
                result[c][i] = habits.share == .hard ? (c == best ? 1 : 0) : powers[c] / sum
            }
        }
        return result
    }

    /// The log-likelihood of the points.
    func logLikelihood(_ components: Components) -> Double {
        let joints = joints(components)
        return (0..<n).reduce(0) { sum, i in
            let column = (0..<k).map { joints[$0][i] }
            let top = column.max()!
            return sum + top + log(column.reduce(0) { $0 + exp($1 - top) })
        }
    }

    /// Moves component `c` to the points that it is responsible for.
    private func move(_ c: Int, _ shares: [Double], _ components: inout Components, _ habits: Habits) {
        let count = shares.reduce(0, +)
        let old = components
        if count < least, habits.lost != .onlyAtZero || count == 0 {
            if habits.lost != .keepsWeight { components.weights[c] = count < least ? 0 : count / Double(n) }
            if habits.lost == .zero {
                components.means[c] = components.means[c].map { _ in 0 }
                components.variances[c] = components.means[c].map { _ in floor }
            }
            if habits.lost == .meanOfPoints {
                components.means[c] = (0..<d).map { j in points.reduce(0) { $0 + $1[j] } / Double(n) }
            }
            if habits.lost == .widens { components.variances[c] = components.variances[c].map { _ in floor } }
            if habits.lost == .restarts {
                components.weights[c] = start.weights[c]
                components.means[c] = start.means[c]
                components.variances[c] = start.variances[c]
            }
            return
        }
        components.weights[c] = count / Double(n)
        if habits.smoothsWeights { components.weights[c] = (count + 1) / Double(n + k) }
        var mean = [Double](repeating: 0, count: d)
        for (share, point) in zip(shares, points) where share > 0 { for j in 0..<d { mean[j] += share * point[j] } }
        mean = mean.map { $0 / count }
        let centre = habits.variance == .aboutOldMean ? old.means[c] : mean
        var variance = [Double](repeating: 0, count: d)
        for (share, point) in zip(shares, points) where share > 0 {
            for j in 0..<d {
                let difference = habits.variance == .uncentred ? point[j] : point[j] - centre[j]
                variance[j] += share * difference * difference
            }
        }
        var divisor = count
        if habits.variance == .lessOne { divisor = count > 1 ? count - 1 : count }
        if habits.variance == .byPoints { divisor = Double(n) }
        variance = variance.map { $0 / divisor }
        if habits.variance == .spherical {
            let average = variance.reduce(0, +) / Double(d)
            variance = variance.map { _ in average }
        }
        if habits.variance == .root { variance = variance.map { $0.squareRoot() } }
        if habits.keepsVariances { variance = old.variances[c] }
        switch habits.floor {
        case .least: variance = variance.map { max($0, floor) }
        case .added: variance = variance.map { $0 + floor }
        case .zeroOnly: variance = variance.map { $0 > 0 ? $0 : floor }
        case .none, .addedInDensity: break
        }
        components.means[c] = mean
        components.variances[c] = variance
    }

    /// The components after all rounds.
    func solved(_ habits: Habits = Habits()) -> Components {
        var components = start
        var before = -Double.infinity
        for _ in 0..<max(0, iterations + habits.extraRounds) {
            let weights = components.weights
            let all = shares(components, habits)
            if habits.stopsEarly {
                let value = logLikelihood(components)
                if abs(value - before) < 1e-3 * Double(n) { break }
                before = value
            }
            for c in 0..<k {
                let own = habits.oneByOne && c > 0 ? shares(components, habits)[c] : all[c]
                move(c, own, &components, habits)
            }
            if habits.variance == .pooled {
                let total = components.weights.reduce(0, +)
                let average = (0..<d).map { j in
                    (0..<k).reduce(0) { $0 + components.weights[$1] * components.variances[$1][j] } / total
                }
                components.variances = components.variances.map { _ in average }
            }
            if habits.keepsWeights { components.weights = weights }
            if habits.evenWeights { components.weights = weights.map { _ in 1 / Double(k) } }
        }
        return components
    }
}

/// Common mistakes, each with the sentence that names it.
let mistakes: [(symptom: String, change: (inout Habits) -> Void)] = [
    ("one round too many is taken", { $0.extraRounds = 1 }),
    ("one round too few is taken", { $0.extraRounds = -1 }),
    (
        "only a component whose sum of responsibilities is exactly 0 counts as lost: one below 1e-8 does, and it stays where it is",
        { $0.lost = .onlyAtZero }
    ),
    ("a component that lost its points moves to 0: its mean and variances stay as they are", { $0.lost = .zero }),
    (
        "a component that lost its points moves to the mean of all: its mean and variances stay as they are",
        { $0.lost = .meanOfPoints }
    ),
    ("a component that lost its points keeps its weight: it becomes 0", { $0.lost = .keepsWeight }),
    (
        "a component that lost its points starts again: its weight becomes 0, and all else stays",
        { $0.lost = .restarts }
    ),
    (
        "the variances of a component that lost its points become the floor: they stay as they are",
        { $0.lost = .widens }
    ),
    (
        "variances are taken about the mean of the round before: they are about the new mean",
        { $0.variance = .aboutOldMean }
    ),
    ("variances are divided by one less: divide by the sum of responsibilities", { $0.variance = .lessOne }),
    ("variances are divided by n: divide by the sum of responsibilities", { $0.variance = .byPoints }),
    ("all columns of a component share one variance: each has its own", { $0.variance = .spherical }),
    ("all components share their variances: each has its own", { $0.variance = .pooled }),
    ("the mean is not subtracted before squaring", { $0.variance = .uncentred }),
    ("standard deviations are returned and used in place of variances", { $0.variance = .root }),
    ("variances never change: they are computed in every round", { $0.keepsVariances = true }),
    ("the floor is added to variances: it is the least that a variance may be", { $0.floor = .added }),
    (
        "the floor is added to variances in the density: it is the least that a variance may be",
        { $0.floor = .addedInDensity }
    ),
    ("variances have no floor", { $0.floor = .none }),
    ("only a variance of 0 is raised to the floor: every smaller one is", { $0.floor = .zeroOnly }),
    (
        "a component of weight 0 takes points: its responsibilities are 0, however near it is",
        { $0.share = .withoutZero }
    ),
    ("weights never change: they are the mean responsibilities", { $0.keepsWeights = true }),
    ("all weights are equal: they are the mean responsibilities", { $0.evenWeights = true }),
    ("weights are smoothed: they are the mean responsibilities", { $0.smoothsWeights = true }),
    ("responsibilities leave out the weights", { $0.share = .withoutWeights }),
    (
        "the densities lack their factor 1/sqrt(2 pi v): it differs from component to component",
        { $0.share = .withoutDeterminant }
    ),
    ("the half in the exponent is missing", { $0.share = .halfMissing }),
    ("a variance is squared in the density as if it were a standard deviation", { $0.share = .asDeviation }),
    (
        "each point belongs to its most probable component alone: it belongs to all, by its responsibilities",
        { $0.share = .hard }
    ),
    (
        "responsibilities of a component sum to 1 over the points: those of a point do over the components",
        { $0.share = .overPoints }
    ),
    ("responsibilities are not divided by their sum over the components", { $0.share = .unnormalised }),
    (
        "a point whose densities all underflow is left out: its responsibilities are quotients that logarithms can tell",
        { $0.underflow = .ignored }
    ),
    (
        "a point whose densities all underflow is left out: its responsibilities are quotients that logarithms can tell",
        { $0.underflow = .smallNumber }
    ),
    (
        "a point whose densities all underflow is shared evenly: its responsibilities are quotients that logarithms can tell",
        { $0.underflow = .even }
    ),
    (
        "a point whose densities all underflow goes to the nearest component: its responsibilities are quotients that logarithms can tell",
        { $0.underflow = .best }
    ),
    (
        "components move while responsibilities are still computed: first those of all components, then all components",
        { $0.oneByOne = true }
    ),
    ("rounds end when the log-likelihood hardly rises: take exactly as many as asked for", { $0.stopsEarly = true }),
]

/// The largest difference in units of what is tolerated; infinite for what is not a number.
func error(_ found: Components, _ right: Components) -> Double {
    var worst = 0.0
    func note(_ difference: Double, _ unit: Double) {
        if difference == 0 { return }
        let value = abs(difference) / unit
        if !(value <= worst) { worst = value.isNaN ? .infinity : value }
    }
    for c in right.weights.indices {
        note(found.weights[c] - right.weights[c], tolerance)
        for j in right.means[c].indices {
            let variance = right.variances[c][j]
            note(found.means[c][j] - right.means[c][j], tolerance * variance.squareRoot())
            note(found.variances[c][j] - variance, tolerance * variance)
        }
    }
    return worst
}

extension OutputValidator {
    /// Numbers, in which one that is not finite is NaN.
    mutating func numbers(_ count: Int, _ what: String) -> [Double] {
        (0..<count).map { _ in
            var probe = output
            if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
                _ = output.word(what)
                return .nan
            }
            return output.double(what)
        }
    }

    /// k rows of d numbers.
    mutating func rows(_ what: String, _ problem: Problem) -> [[Double]] {
        let count = output.int("the number of rows of \(what)")
        let width = output.int("the width of \(what)")
        require(
            count == problem.k && width == problem.d, "There must be k rows of d numbers in \(what).",
            detail: "\(count) rows of \(width)")
        return (0..<count).map { _ in numbers(width, "a number of \(what)") }
    }
}

/// What is wrong with components that are not the right ones.
func explain(_ problem: Problem, _ found: Components, _ right: Components) -> String {
    if problem.iterations == 0 { return "With 0 rounds the components are those of the start." }
    if error(found, problem.start) <= 1 { return "It looks as if no round is taken." }
    let order = (0..<problem.k).map { c in
        right.weights.indices.first { other in
            abs(found.weights[c] - right.weights[other]) <= tolerance
                && zip(found.means[c], right.means[other]).allSatisfy { abs($0 - $1) <= 1e-6 * max(1, abs($1)) }
        }
    }
    if order.allSatisfy({ $0 != nil }), Set(order).count == order.count, order != (0..<problem.k).map({ $0 }) {
        return "It looks as if components are in another order: return them in that of the start."
    }
    if zip(found.variances.joined(), right.variances.joined()).allSatisfy({ abs($0 * $0 - $1) <= 1e-6 * $1 }) {
        return "It looks as if standard deviations are returned in place of variances."
    }
    // Explaining replays all rounds for each mistake, so it is for small cases.
    if problem.n * problem.k * (problem.d + 8) * (problem.iterations + 1) <= 200_000 {
        for (symptom, change) in mistakes {
            var habits = Habits()
            change(&habits)
            if error(found, problem.solved(habits)) <= 1 { return "It looks as if \(symptom)." }
        }
    }
    if found.variances.joined().contains(where: { $0 < problem.floor * 0.999999 }) {
        return "A variance is below the floor."
    }
    let isFar = (0..<problem.d).contains { j in
        abs(right.means[0][j]) > 1e4 * right.variances[0][j].squareRoot()
    }
    if isFar {
        return
            "It looks as if digits are lost far from zero: the new mean must be subtracted before squaring, and the old one in the density."
    }
    let sum = found.weights.reduce(0, +)
    if abs(sum - 1) > 1e-6 { return "The weights do not add up to 1." }
    if error(found, right) < 1e4 {
        return "It looks as if digits are lost: compute in Double, with exactly these formulas."
    }
    return "Weights, means or variances are not those after exactly these rounds."
}

/// What is wrong with a log-likelihood beside right components.
func explain(_ problem: Problem, logLikelihood found: Double, right: Double, _ components: Components) -> String {
    func isNear(_ value: Double) -> Bool {
        abs(found - value) <= tolerance * (Double(problem.n * problem.d) + abs(value))
    }
    let rule = "it is the sum over the points of the logarithm of their density, under the components that are returned"
    if isNear(-right) { return "It looks as if the log-likelihood has the wrong sign: \(rule)." }
    if abs(found - right / Double(problem.n)) <= 1e-5 * (1 + abs(right / Double(problem.n))) {
        return "It looks as if the log-likelihood is a mean: \(rule)."
    }
    if isNear(right / log(2)) { return "It looks as if the log-likelihood is to base 2: \(rule), which is natural." }
    if isNear(right + 0.5 * Double(problem.n * problem.d) * log(2 * .pi)) {
        return "It looks as if 2 pi is left out of the densities: \(rule)."
    }
    let joints = problem.joints(components)
    func sum(_ value: ([Double]) -> Double) -> Double {
        (0..<problem.n).reduce(0) { total, i in total + value((0..<problem.k).map { joints[$0][i] }) }
    }
    if isNear(sum { $0.max()! }) {
        return
            "It looks as if only the most probable component of each point counts: its density is a sum over all components."
    }
    if problem.k > 1, components.weights.allSatisfy({ $0 > 0 }),
        isNear(
            sum { column in
                let plain = column.indices.map { column[$0] - log(components.weights[$0]) }
                let top = plain.max()!
                return top + log(plain.reduce(0) { $0 + exp($1 - top) })
            })
    {
        return "It looks as if the log-likelihood leaves out the weights: \(rule)."
    }
    if problem.n * problem.k * (problem.d + 8) * (problem.iterations + 1) <= 3_000_000, problem.iterations > 0 {
        var habits = Habits()
        habits.extraRounds = -1
        if isNear(problem.logLikelihood(problem.solved(habits))) {
            return "It looks as if the log-likelihood is that before the last round: \(rule)."
        }
    }
    return "The log-likelihood is not right: \(rule)."
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let right = problem.solved()
let rightValue = problem.logLikelihood(right)
let unit = tolerance * (Double(problem.n * problem.d) + abs(rightValue))

// The answer file is the model solution's; a wrong one is the challenge's fault.
let answered = Components(
    weights: validator.answer.doubleList("weights"), means: validator.answer.matrix("means"),
    variances: validator.answer.matrix("variances"))
let answeredValue = validator.answer.double("the log-likelihood")
validator.answer.end()
if answered.weights.count != problem.k || answered.means.map(\.count) != right.means.map(\.count)
    || answered.variances.map(\.count) != right.means.map(\.count) || error(answered, right) > 1
    || abs(answeredValue - rightValue) > unit
{
    validator.answer.fail("these are not the components after these rounds")
}

let count = validator.output.int("the number of weights")
validator.require(count == problem.k, "There must be one weight for each component.", detail: "\(count)")
let found = Components(
    weights: validator.numbers(count, "a weight"), means: validator.rows("means", problem),
    variances: validator.rows("variances", problem))
let value = validator.numbers(1, "the log-likelihood")[0]

let all = [found.weights[...], ArraySlice(found.means.joined()), ArraySlice(found.variances.joined())].joined()
if all.contains(where: { $0.isNaN }) {
    // Parameters of a component that lost its points are 0 / 0, and spoil all later rounds.
    let hasLost = right.weights.contains(0)
    validator.reject(
        hasLost
            ? "A number is not finite: it looks as if 0 is divided by 0 for a component that lost its points, or exp underflows."
            : "A number is not finite: it looks as if exp underflows for all components of a point; use logarithms and subtract the largest."
    )
}
let worst = error(found, right)
if worst > 1 {
    validator.reject(explain(problem, found, right), detail: "off by \(worst) of what is tolerated")
}
validator.require(
    !value.isNaN,
    "The log-likelihood is not finite: it looks as if exp underflows or overflows; use logarithms and subtract the largest."
)
if abs(value - rightValue) > unit {
    validator.reject(
        explain(problem, logLikelihood: value, right: rightValue, right), detail: "\(value), not \(rightValue)")
}
validator.metric("max_error", max(worst, abs(value - rightValue) / unit))
validator.accept()
