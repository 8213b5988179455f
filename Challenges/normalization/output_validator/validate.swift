import ChallengeKit

// Outputs, derivatives and running statistics are compared with this validator's own. With s = sqrt(variance + epsilon) and the normalised
// value t of the group that an entry belongs to,
//
//     |y - y*|  <=  1e-7 (|gamma| (1 + |t|) + |beta|),        |g - g*|  <=  1e-7 (1 + |t|) A / s,
//
// where A is the largest |gamma * upstream| in the group; and running means may be off by 1e-7 (s + |mean|), running variances by
// 1e-7 (s^2 + variance), where s is 0 if they do not change.
//
// Why that is fair: the input validator checks that m times the largest magnitude of a group of m is at most 5e8 s. So its mean, added
// in any order, is off by at most 5e8 * 1.1e-16 = 6e-8 of s, and in practice by a hundredth of that; the same holds for the
// fused form x * scale + shift. Why it is strict enough: the mean of squares less the squared mean loses half of its digits at
// 1e4 deviations from 0, and `Float` is off by 1e-6 at ten.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-7

/// What a solution does; each property is as the statement asks at the start.
struct Habits {
    enum Direction { case right, other, whole }
    enum Statistics { case right, ofBatch, running, updated }
    enum Epsilon { case inside, outside, missing, squared, floor }
    enum Update { case right, swapped, none, always, meansOnly, deviation, sample }
    enum Back { case right, constants, noMean, noVariance, summed, throughRunning }

    var direction = Direction.right
    var statistics = Statistics.right
    var epsilon = Epsilon.inside
    var usesSampleVariance = false
    var takesRoot = true
    var centres = true
    var hasGamma = true
    var hasBeta = true
    var addsOneToGamma = false
    var update = Update.right
    var back = Back.right
    var backHasGamma = true
    var backHasScale = true
    var gammaComesLast = false
    var backSign = 1.0
}

/// All that is returned.
struct Outcome {
    var outputs: [[Double]]
    var gradient: [[Double]]
    var means: [Double]
    var variances: [Double]
}

/// What the solution was given.
struct Problem {
    let inputs: [[Double]]
    let gamma: [Double]
    let beta: [Double]
    let epsilon: Double
    let overBatch: Bool
    let isTraining: Bool
    let runningMeans: [Double]
    let runningVariances: [Double]
    let momentum: Double
    let upstream: [[Double]]

    init(_ input: inout Reader) {
        inputs = input.matrix("inputs")
        gamma = input.doubleList("gamma")
        beta = input.doubleList("beta")
        epsilon = input.double("epsilon")
        overBatch = input.int("whether it is over the batch") == 1
        isTraining = input.int("whether it is training") == 1
        runningMeans = input.doubleList("running means")
        runningVariances = input.doubleList("running variances")
        momentum = input.double("momentum")
        upstream = input.matrix("upstream")
        input.end()
    }

    var n: Int { inputs.count }
    var d: Int { gamma.count }
    var learns: Bool { overBatch && isTraining && n > 0 }

    /// The places that share statistics.
    func groups(_ direction: Habits.Direction = .right) -> [[(Int, Int)]] {
        if n == 0 { return [] }
        if direction == .whole { return [(0..<n).flatMap { i in (0..<d).map { (i, $0) } }] }
        return overBatch == (direction == .right)
            ? (0..<d).map { j in (0..<n).map { ($0, j) } } : (0..<n).map { i in (0..<d).map { (i, $0) } }
    }

    func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count)
    }

    private func deviation(_ variance: Double, _ habits: Habits) -> Double {
        let deviation: Double
        switch habits.epsilon {
        case .inside: deviation = (variance + epsilon).squareRoot()
        case .outside: deviation = variance.squareRoot() + epsilon
        case .missing: deviation = variance.squareRoot()
        case .squared: deviation = (variance + epsilon * epsilon).squareRoot()
        case .floor: deviation = max(variance, epsilon).squareRoot()
        }
        return habits.takesRoot ? deviation : deviation * deviation
    }

    /// The statistics that the group of feature `j`, or of a row, is normalised by.
    private func statistics(_ own: (Double, Double), _ j: Int, _ habits: Habits) -> (mean: Double, variance: Double) {
        let running = (runningMeans[j], runningVariances[j])
        guard overBatch else { return own }
        switch habits.statistics {
        case .right: return isTraining ? own : running
        case .ofBatch: return own
        case .running: return running
        case .updated:
            func mix(_ old: Double, _ new: Double) -> Double { (1 - momentum) * old + momentum * new }
            return isTraining ? (mix(running.0, own.0), mix(running.1, own.1)) : running
        }
    }

    /// What a solution with these habits returns.
    func solved(_ habits: Habits = Habits()) -> Outcome {
        var outcome = Outcome(outputs: inputs, gradient: inputs, means: runningMeans, variances: runningVariances)
        for group in groups(habits.direction) {
            let count = Double(group.count)
            var own = moments(group.map { inputs[$0.0][$0.1] })
            if habits.usesSampleVariance { own.variance *= count / max(1, count - 1) }
            let (mean, variance) = statistics(own, group[0].1, habits)
            let scale = 1 / deviation(variance, habits)
            let normalised = group.map { (inputs[$0.0][$0.1] - (habits.centres ? mean : 0)) * scale }
            let backs = group.map { i, j in
                upstream[i][j] * (habits.backHasGamma && !habits.gammaComesLast ? gamma[j] : 1)
            }
            let hasStatistics = !overBatch || isTraining || habits.back == .throughRunning
            let divisor = habits.back == .summed ? 1 : count
            var back = hasStatistics ? backs.reduce(0, +) / divisor : 0
            var along = hasStatistics ? zip(backs, normalised).reduce(0) { $0 + $1.0 * $1.1 } / divisor : 0
            if habits.back == .constants || habits.back == .noMean { back = 0 }
            if habits.back == .constants || habits.back == .noVariance { along = 0 }
            for (place, (i, j)) in group.enumerated() {
                let factor = habits.hasGamma ? gamma[j] + (habits.addsOneToGamma ? 1 : 0) : 1
                outcome.outputs[i][j] = factor * normalised[place] + (habits.hasBeta ? beta[j] : 0)
                outcome.gradient[i][j] =
                    habits.backSign * (habits.backHasScale ? scale : 1) * (habits.gammaComesLast ? gamma[j] : 1)
                    * (backs[place] - back - normalised[place] * along)
            }
        }
        update(&outcome, habits)
        return outcome
    }

    private func update(_ outcome: inout Outcome, _ habits: Habits) {
        guard n > 0, habits.update != .none, learns || habits.update == .always else { return }
        for j in 0..<d {
            var own = moments(inputs.map { $0[j] })
            if habits.update == .sample || habits.usesSampleVariance {
                own.variance *= Double(n) / max(1, Double(n) - 1)
            }
            if habits.update == .deviation { own.variance = own.variance.squareRoot() }
            let share = habits.update == .swapped ? 1 - momentum : momentum
            outcome.means[j] = (1 - share) * runningMeans[j] + share * own.mean
            if habits.update == .meansOnly { continue }
            outcome.variances[j] = (1 - share) * runningVariances[j] + share * own.variance
        }
    }

    /// What each number of the right outcome may be off by, in the same shape.
    func allowances(_ right: Outcome) -> Outcome {
        var outcome = right
        outcome.means = right.means.map { tolerance * abs($0) }
        outcome.variances = right.variances.map { tolerance * $0 }
        for group in groups() {
            let (_, own) = moments(group.map { inputs[$0.0][$0.1] })
            let j = group[0].1
            let variance = overBatch && !isTraining ? runningVariances[j] : own
            let deviation = (variance + epsilon).squareRoot()
            let mean = overBatch && !isTraining ? runningMeans[j] : moments(group.map { inputs[$0.0][$0.1] }).mean
            let largest = group.reduce(0) { max($0, abs(gamma[$1.1] * upstream[$1.0][$1.1])) }
            for (i, j) in group {
                let size = 1 + abs(inputs[i][j] - mean) / deviation
                outcome.outputs[i][j] = tolerance * (abs(gamma[j]) * size + abs(beta[j]))
                outcome.gradient[i][j] = tolerance * size * largest / deviation
            }
            if learns {
                outcome.means[j] += tolerance * deviation
                outcome.variances[j] += tolerance * deviation * deviation
            }
        }
        return outcome
    }
}

/// The parts in the order in which mistakes are looked for.
extension Outcome {
    var parts: [[Double]] { [outputs.flatMap { $0 }, means, variances, gradient.flatMap { $0 }] }
    static let names = ["An output", "A running mean", "A running variance", "A derivative"]
}

/// The largest difference of two lists, in units of what is allowed; infinite where nothing is allowed and they differ.
func difference(_ found: [Double], _ wanted: [Double], _ allowed: [Double]) -> Double {
    var worst = 0.0
    for index in found.indices where found[index] != wanted[index] {
        let error = abs(found[index] - wanted[index]) / allowed[index]
        if !(error <= worst) { worst = error.isNaN ? .infinity : error }
    }
    return worst
}

/// Common mistakes, each with the sentence that names it.
typealias Mistake = (symptom: String, change: (inout Habits) -> Void)

let forwardMistakes: [Mistake] = [
    (
        "the other direction is normalised: a batch has statistics of each feature, a layer of each row",
        { $0.direction = .other }
    ),
    ("the whole matrix has one mean and variance", { $0.direction = .whole }),
    (
        "variances are divided by one less than the count: they are divided by the count",
        { $0.usesSampleVariance = true }
    ),
    ("epsilon is added to the deviation: it is added to the variance, inside the root", { $0.epsilon = .outside }),
    ("epsilon is left out", { $0.epsilon = .missing }),
    ("epsilon is squared", { $0.epsilon = .squared }),
    ("epsilon is a least variance: it is added to every variance", { $0.epsilon = .floor }),
    ("the variance is divided by, and not its root", { $0.takesRoot = false }),
    ("the mean is not subtracted", { $0.centres = false }),
    ("gamma is left out", { $0.hasGamma = false }),
    ("1 is added to gamma", { $0.addsOneToGamma = true }),
    ("beta is left out", { $0.hasBeta = false }),
    ("gamma and beta are left out", { ($0.hasGamma, $0.hasBeta) = (false, false) }),
    ("the batch's own statistics are used at inference: the running ones are", { $0.statistics = .ofBatch }),
    ("running statistics are used in training: those of the batch are", { $0.statistics = .running }),
    ("the updated running statistics are used in training: those of the batch are", { $0.statistics = .updated }),
]

let updateMistakes: [Mistake] = [
    ("running means are updated, but not variances", { $0.update = .meansOnly }),
    ("momentum is the share of the old value: it is that of the batch", { $0.update = .swapped }),
    ("running statistics are not updated in training", { $0.update = .none }),
    ("running statistics change although it is no training of batch normalisation", { $0.update = .always }),
    ("a deviation goes into the running variance", { $0.update = .deviation }),
    (
        "the variance that goes into the running one is divided by n - 1: it is that of the outputs",
        { $0.update = .sample }
    ),
]

let backMistakes: [Mistake] = [
    (
        "mean and variance are taken for constants: each depends on every input of its group",
        { $0.back = .constants }
    ),
    ("nothing goes back through the mean", { $0.back = .noMean }),
    ("nothing goes back through the variance", { $0.back = .noVariance }),
    ("what goes back through mean and variance is not divided by the count", { $0.back = .summed }),
    ("derivatives go back through running statistics: at inference they are constants", { $0.back = .throughRunning }),
    (
        "gamma comes after what goes back through mean and variance: it differs within a row, so it comes first",
        { $0.gammaComesLast = true }
    ),
    ("gamma is left out of the gradient", { $0.backHasGamma = false }),
    (
        "the gradient is that with respect to the normalised value: it lacks the division by the deviation",
        { $0.backHasScale = false }
    ),
    ("the gradient has the wrong sign", { $0.backSign = -1 }),
]

/// What is wrong with an output of the right shape, whose part `part` is the first that is.
func explain(_ problem: Problem, _ found: Outcome, _ right: Outcome, _ allowed: Outcome, part: Int) -> String {
    let what = "\(Outcome.names[part]) is wrong"
    if problem.n == 0 { return "\(what): a batch without rows leaves the running statistics as they are." }
    // Explaining replays everything for each mistake, so it is for small cases.
    guard problem.n * problem.d <= 20_000 else { return "\(what)." }
    let wrong = found.parts[part]
    // A replayed mistake has units of its own: a large number rounds at its own size.
    func fits(_ change: (inout Habits) -> Void) -> Bool {
        var habits = Habits()
        change(&habits)
        let wanted = problem.solved(habits).parts[part]
        let units = zip(allowed.parts[part], wanted).map { $0 + 1e-9 * abs($1) }
        return difference(wrong, wanted, units) <= 1
    }
    let mistakes = [forwardMistakes, updateMistakes, updateMistakes, backMistakes + forwardMistakes.prefix(7)][part]
    for mistake in mistakes where fits(mistake.change) { return "\(what): it looks as if \(mistake.symptom)." }
    let isClose = zip(wrong, right.parts[part]).allSatisfy { abs($0 - $1) <= 0.05 * (1 + abs($1)) }
    if isClose {
        return
            "\(what), but not by much: it looks as if digits are lost, in Float or in a variance that is the mean of squares less the"
            + " square of the mean."
    }
    return "\(what)."
}

extension OutputValidator {
    /// A matrix of the output in the shape of the inputs.
    mutating func rows(_ what: String, like problem: Problem) -> [[Double]] {
        let rows = output.int("the number of rows of \(what)")
        let columns = output.int("the number of columns of \(what)")
        require(
            rows == problem.n && (rows == 0 || columns == problem.d),
            "The \(what) must have the shape of the inputs.", detail: "\(rows) rows of \(columns)")
        return (0..<rows).map { _ in numbers(problem.d, "a number of the \(what)") }
    }

    /// A list of the output with one number for each feature.
    mutating func list(_ what: String, like problem: Problem) -> [Double] {
        let count = output.int("the number of \(what)")
        require(count == problem.d, "There must be one of the \(what) for each feature.", detail: "\(count)")
        return numbers(count, "one of the \(what)")
    }

    private mutating func numbers(_ count: Int, _ what: String) -> [Double] {
        (0..<count).map { _ in
            var probe = output
            if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
                reject(
                    problem.n == 0
                        ? "A running statistic is not finite after an empty batch: it looks as if 0 is divided by 0; they stay as they are."
                        : "A number is not finite: it looks as if 0 is divided by 0 where a variance is 0 or has one value only, or as"
                            + " if the root of a negative variance is taken.", detail: what)
            }
            return output.double(what)
        }
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let right = problem.solved()
let allowed = problem.allowances(right)

func errors(_ found: Outcome) -> [Double] {
    zip(zip(found.parts, right.parts), allowed.parts).map { difference($0.0, $0.1, $1) }
}

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    let outputs = validator.answer.matrix("outputs")
    let gradient = validator.answer.matrix("the gradient")
    let means = validator.answer.doubleList("running means")
    let variances = validator.answer.doubleList("running variances")
    validator.answer.end()
    let answer = Outcome(outputs: outputs, gradient: gradient, means: means, variances: variances)
    if answer.parts.map(\.count) != right.parts.map(\.count) || errors(answer).contains(where: { $0 > 1 }) {
        validator.answer.fail("this is not the right answer")
    }
}

let outputs = validator.rows("outputs", like: problem)
let gradient = validator.rows("gradient", like: problem)
let means = validator.list("running means", like: problem)
let variances = validator.list("running variances", like: problem)
let found = Outcome(outputs: outputs, gradient: gradient, means: means, variances: variances)
let worst = errors(found)
if let most = worst.max(), most.isFinite { validator.metric("max_error", most * tolerance) }
if let part = worst.firstIndex(where: { $0 > 1 }) {
    validator.reject(
        explain(problem, found, right, allowed, part: part), detail: "\(worst[part]) times what is allowed")
}
validator.accept()
