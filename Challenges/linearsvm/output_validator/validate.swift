import ChallengeKit

// Accepted are a weight vector and a bias that differ from those after exactly the asked steps by at most 1e-8, for weights in units
// of the largest right weight, for the bias in units of the largest magnitude that it has after any step.
//
// Why that is fair: the input validator takes the steps again with errors of 2e-15 in each new weight and bias, more than any order of operations
// makes, and accepts only inputs that this moves by at most 1e-10 of these scales; and whose margins are never so near to 1 that rounding
// could change the decision, unless they are 1 without any rounding. Why it is strict enough: single precision is off by 1e-7 and more after a few
// steps, all other mistakes by far more.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-8

/// What a step does; each property is as the statement asks at the start.
struct Habits {
    enum Decay { case always, onlyWithPush, onlyWithoutPush, never, withPushInside, beforeScore }
    enum Bias { case free, decays, absent, withoutRate, leftOutOfScore, projected, always }
    enum Rate { case asAsked, constant, withoutLambda, root, countsPushes, withCount }
    enum Projection { case asAsked, left, always, toInverse, beforePush, ontoSphere, toLambda }
    enum Choice { case order, cyclic, backwards }

    /// What is added to the number of the step.
    var shift = 0.0
    var decay = Decay.always
    var bias = Bias.free
    var rate = Rate.asAsked
    var projection = Projection.asAsked
    var choice = Choice.order
    var sign = 1.0
    var mapsLabels = true
    /// Pushes below this margin, or at it too.
    var threshold = 1.0
    var includesThreshold = false
    var pushesAlways = false
    var averages = false
    var skipsFirst = 0
    var skipsLast = 0
    var stopsAfter = Int.max
}

/// What the solution was given.
struct Problem {
    let points: [[Double]]
    let labels: [Int]
    let order: [Int]
    let lambda: Double
    let projects: Bool

    init(_ reader: inout Reader) {
        points = reader.matrix("points")
        labels = reader.intList("labels")
        order = reader.intList("order")
        lambda = reader.double("lambda")
        projects = reader.int("projects", in: 0...1) == 1
        reader.end()
    }

    /// Weights and bias after all steps, and the largest magnitude of the bias after any of them.
    func solved(_ habits: Habits = Habits()) -> (weights: [Double], bias: Double, largestBias: Double) {
        let d = points[0].count
        var weights = [Double](repeating: 0, count: d)
        var bias = 0.0
        var largestBias = 0.0
        var sums = weights
        var sumOfBias = 0.0
        var pushes = 0.0
        var quiet = 0
        let steps = order.count
        let positive = habits.mapsLabels ? 1.0 : 1
        let negative = habits.mapsLabels ? -1.0 : 0
        for step in 0..<steps where step >= habits.skipsFirst && step < steps - habits.skipsLast {
            if quiet >= habits.stopsAfter { break }
            let t = Double(step + 1) + habits.shift
            let row: Int
            switch habits.choice {
            case .order: row = order[step]
            case .cyclic: row = step % points.count
            case .backwards: row = order[steps - 1 - step]
            }
            let point = points[row]
            let sign = habits.sign * (labels[row] == 1 ? positive : negative)
            func decayed(by factor: Double) { for j in 0..<d { weights[j] *= factor } }
            if habits.decay == .beforeScore { decayed(by: 1 - 1 / t) }
            var score = habits.bias == .leftOutOfScore || habits.bias == .absent ? 0 : bias
            for j in 0..<d { score += weights[j] * point[j] }
            let margin = sign * score
            let isPushed =
                habits.pushesAlways || margin < habits.threshold
                || habits.includesThreshold && margin == habits.threshold
            if isPushed { pushes += 1 }
            quiet = isPushed ? 0 : quiet + 1
            let rate: Double
            switch habits.rate {
            case .asAsked: rate = 1 / (lambda * t)
            case .constant: rate = 1 / lambda
            case .withoutLambda: rate = 1 / t
            case .root: rate = 1 / (lambda * t.squareRoot())
            case .countsPushes: rate = 1 / (lambda * max(pushes, 1))
            case .withCount: rate = 1 / (lambda * t * Double(points.count))
            }
            var push = isPushed ? rate * sign : 0
            let keep = 1 - rate * lambda
            switch habits.decay {
            case .always, .withPushInside: decayed(by: keep)
            case .onlyWithPush: if isPushed { decayed(by: keep) }
            case .onlyWithoutPush: if !isPushed { decayed(by: keep) }
            case .never, .beforeScore: break
            }
            if habits.projection == .beforePush { project(&weights, &bias, habits) }
            let biasPush: Double
            switch habits.bias {
            case .withoutRate: biasPush = isPushed ? sign : 0
            case .always: biasPush = rate * sign
            default: biasPush = push
            }
            if habits.decay == .withPushInside { push *= keep }
            for j in 0..<d { weights[j] += push * point[j] }
            if habits.bias == .decays { bias *= keep }
            if habits.bias != .absent { bias += biasPush }
            largestBias = max(largestBias, abs(bias))
            if habits.projection != .beforePush { project(&weights, &bias, habits) }
            if habits.averages {
                for j in 0..<d { sums[j] += weights[j] }
                sumOfBias += bias
            }
        }
        if habits.averages, steps > 0 {
            return (sums.map { $0 / Double(steps) }, sumOfBias / Double(steps), largestBias)
        }
        return (weights, bias, largestBias)
    }

    private func project(_ weights: inout [Double], _ bias: inout Double, _ habits: Habits) {
        guard habits.projection == .always || projects && habits.projection != .left else { return }
        var square = weights.reduce(0) { $0 + $1 * $1 }
        if habits.bias == .projected { square += bias * bias }
        let radius: Double
        switch habits.projection {
        case .toInverse: radius = 1 / lambda
        case .toLambda: radius = lambda.squareRoot()
        default: radius = 1 / lambda.squareRoot()
        }
        let scale = radius / square.squareRoot()
        guard scale < 1 || habits.projection == .ontoSphere && square > 0 else { return }
        for j in weights.indices { weights[j] *= scale }
        if habits.bias == .projected { bias *= scale }
    }
}

/// Common mistakes, each with the sentence that names it.
let mistakes: [(symptom: String, change: (inout Habits) -> Void)] = [
    ("a margin of exactly 1 counts as a violation", { $0.includesThreshold = true }),
    ("t counts from 2: the first step has the rate 1 / lambda", { $0.shift = 1 }),
    ("the last step is not taken", { $0.skipsLast = 1 }),
    ("the first step is not taken", { $0.skipsFirst = 1 }),
    ("labels are used as they are: label 0 stands for -1", { $0.mapsLabels = false }),
    ("the classes have the wrong signs: label 1 is the positive one", { $0.sign = -1 }),
    ("weights decay in steps with a push only: they decay in every step", { $0.decay = .onlyWithPush }),
    ("weights decay in steps without a push only: they decay in every step", { $0.decay = .onlyWithoutPush }),
    ("weights never decay", { $0.decay = .never }),
    ("the push decays as well: decay the old weights, then push", { $0.decay = .withPushInside }),
    ("the score is taken after the decay: it belongs to the weights before the step", { $0.decay = .beforeScore }),
    ("the bias decays: it is not penalised", { $0.bias = .decays }),
    ("there is no bias", { $0.bias = .absent }),
    ("the bias is pushed by 1 and not by the rate", { $0.bias = .withoutRate }),
    ("the bias moves in every step: it does in those with a push only", { $0.bias = .always }),
    ("the bias is left out of the score", { $0.bias = .leftOutOfScore }),
    ("the bias is projected like a weight", { $0.bias = .projected }),
    ("only points on the wrong side push: those with a margin below 1 do", { $0.threshold = 0 }),
    (
        "only points on the wrong side push, those with a score of 0 among them: those with a margin below 1 do",
        { ($0.threshold, $0.includesThreshold) = (0, true) }
    ),
    ("every point pushes, whatever its margin", { $0.pushesAlways = true }),
    ("the rate is 1 / lambda in every step", { $0.rate = .constant }),
    ("the rate is 1 / t: it is 1 / (lambda * t)", { $0.rate = .withoutLambda }),
    ("the rate falls with the root of t", { $0.rate = .root }),
    ("t counts pushes and not steps", { $0.rate = .countsPushes }),
    ("the rate is divided by the number of points", { $0.rate = .withCount }),
    ("weights are not projected where they should be", { $0.projection = .left }),
    ("weights are projected though that is not asked for", { $0.projection = .always }),
    ("the projection is to a length of 1 / lambda: it is the inverse of the root", { $0.projection = .toInverse }),
    ("the projection is to a length of the root of lambda: it is the inverse of that", { $0.projection = .toLambda }),
    ("the projection comes before the push: it is the last thing in a step", { $0.projection = .beforePush }),
    ("weights that are short enough already are made longer by the projection", { $0.projection = .ontoSphere }),
    ("the points are taken in turn: order says which comes when", { $0.choice = .cyclic }),
    ("order is gone through backwards", { $0.choice = .backwards }),
    ("the answer is the mean over all steps: the weights after the last one are asked for", { $0.averages = true }),
]

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number(_ what: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
            reject(
                "\(what) is not finite: the rate is 1 / 0 if t counts from 0, and a projection may divide 0 by 0.")
        }
        return output.double(what)
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let expected = problem.solved()
let scale = expected.weights.reduce(0) { max($0, abs($1)) }
let biasScale = expected.largestBias

/// The largest difference from the right answer, or from another one, in units of the scales.
func error(_ weights: [Double], _ bias: Double, _ wanted: (weights: [Double], bias: Double, largestBias: Double))
    -> Double
{
    var worst = 0.0
    func add(_ one: Double, _ other: Double, _ scale: Double) {
        let difference = abs(one - other)
        // A replayed mistake may diverge to NaN, which no comparison sees.
        let amount = difference == 0 ? 0 : difference / scale
        worst = amount.isNaN ? .infinity : max(worst, amount)
    }
    for (one, other) in zip(weights, wanted.weights) { add(one, other, scale) }
    add(bias, wanted.bias, biasScale)
    return worst
}

// The answer file is the model solution's; a wrong one is the challenge's fault.
let answered = validator.answer.doubleList("weights")
let answeredBias = validator.answer.double("bias")
validator.answer.end()
if answered.count != expected.weights.count || error(answered, answeredBias, expected) > tolerance {
    validator.answer.fail("this is not the model after these steps")
}

let count = validator.output.int("the number of weights")
validator.require(
    count == expected.weights.count, "There must be one weight for each feature, the bias apart.", detail: "\(count)")
var weights: [Double] = []
for _ in 0..<count { weights.append(validator.number("A weight")) }
let bias = validator.number("The bias")

let worst = error(weights, bias, expected)
if worst.isFinite { validator.metric("max_relative_error", worst) }
if worst > tolerance {
    func explain() -> String {
        if problem.order.isEmpty { return "Without steps all weights and the bias are 0." }
        let general = "The model is not the one after exactly these steps."
        // Explaining replays all steps for each mistake, so it is for small cases.
        guard problem.order.count * count <= 200_000 else { return general }
        for (symptom, change) in mistakes {
            var habits = Habits()
            change(&habits)
            if error(weights, bias, problem.solved(habits)) <= tolerance { return "It looks as if \(symptom)." }
        }
        for quiet in 1...50 where quiet < problem.order.count {
            var habits = Habits()
            habits.stopsAfter = quiet
            if error(weights, bias, problem.solved(habits)) <= tolerance {
                return "It looks as if training stops early, after some steps without a push."
            }
        }
        if weights.allSatisfy({ $0 == 0 }), bias == 0 { return "All weights and the bias are 0: no step is taken." }
        if error(weights, expected.bias, expected) <= tolerance { return "The weights are right, but the bias is not." }
        if worst < 1e-3 {
            return "It looks as if digits are lost: compute in Double, with exactly these steps."
        }
        return general
    }
    validator.reject(explain(), detail: "off by \(worst) of the scale")
}
validator.accept()
