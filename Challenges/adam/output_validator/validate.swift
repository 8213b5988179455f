import ChallengeKit

// Accepted are weights that differ from those after exactly the asked steps by at most 1e-8 of the largest magnitude among
// start, targets and right weights.
//
// Why that is fair: the input validator takes the steps again with errors of 2e-15 in each term of each gradient and in each
// move, more than any order of sums makes, and accepts only inputs whose weights then differ by at most 1e-10 of the scale.
// Why it is strict enough: single precision is off by more than 1e-8 after a few steps, all other mistakes by far more.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-8

/// What a step does; each property but the first is as the statement asks at the start.
struct Habits {
    enum Decay { case decoupled, inGradient, withoutRate, afterwards, left }
    enum Epsilon { case outside, inside, beforeCorrection }
    enum Ends { case free, wrapped, fixed }

    var correctsFirst = true
    var correctsSecond = true
    /// What is added to the number of the step in the powers of beta.
    var shift = 0
    /// Whether the number of the step rises with every weight.
    var countsWeights = false
    var epsilon = Epsilon.outside
    var decay = Decay.decoupled
    var swapsBetas = false
    var forgetsMoments = false
    var movesAtOnce = false
    var averagesVelocity = false
    var looksAhead = false
    var ends = Ends.free
    var leftOnly = false
    var doublesSmoothness = 1.0
    var squaresGradient = true
    var sign = 1.0
    var extraSteps = 0
    var takesRoot = true
}

/// What the solution was given.
struct Problem {
    let start: [Double]
    let targets: [Double]
    let confidences: [Double]
    let smoothness: Double
    let adaptive: Bool
    let learningRate: Double
    let beta1: Double
    let beta2: Double
    let epsilon: Double
    let weightDecay: Double
    let steps: Int

    init(_ reader: inout Reader) {
        start = reader.doubleList("start")
        targets = reader.doubleList("targets")
        confidences = reader.doubleList("confidences")
        smoothness = reader.double("smoothness")
        adaptive = reader.int("adaptive") == 1
        learningRate = reader.double("learningRate")
        beta1 = reader.double("beta1")
        beta2 = reader.double("beta2")
        epsilon = reader.double("epsilon")
        weightDecay = reader.double("weightDecay")
        steps = reader.int("steps")
    }

    private func slope(_ weights: [Double], _ j: Int, _ habits: Habits) -> Double {
        let d = weights.count
        var pull = 0.0
        for (other, isLeft) in [(j - 1, true), (j + 1, false)] where isLeft || !habits.leftOnly {
            if other >= 0, other < d {
                pull += weights[j] - weights[other]
            } else if habits.ends == .wrapped {
                pull += weights[j] - weights[(other + d) % d]
            } else if habits.ends == .fixed {
                pull += weights[j]
            }
        }
        let own = confidences[j] * (weights[j] - targets[j]) + habits.doublesSmoothness * smoothness * pull
        return own + (habits.decay == .inGradient ? weightDecay * weights[j] : 0)
    }

    /// The weights after all steps.
    func solved(_ habits: Habits = Habits()) -> [Double] {
        let d = start.count
        let (beta1, beta2) = habits.swapsBetas ? (self.beta2, self.beta1) : (self.beta1, self.beta2)
        var weights = start
        var first = [Double](repeating: 0, count: d)
        var second = first
        var gradient = first
        var count = habits.shift
        for _ in 0..<max(0, steps + habits.extraSteps) {
            if !habits.movesAtOnce { for j in 0..<d { gradient[j] = slope(weights, j, habits) } }
            count += 1
            var correction1 = habits.correctsFirst ? 1 - power(beta1, count) : 1
            var correction2 = habits.correctsSecond ? 1 - power(beta2, count) : 1
            for j in 0..<d {
                if habits.movesAtOnce { gradient[j] = slope(weights, j, habits) }
                if habits.forgetsMoments { (first[j], second[j]) = (0, 0) }
                var move: Double
                if adaptive {
                    first[j] = beta1 * first[j] + (1 - beta1) * gradient[j]
                    let square = habits.squaresGradient ? gradient[j] * gradient[j] : abs(gradient[j])
                    second[j] = beta2 * second[j] + (1 - beta2) * square
                    let corrected = second[j] / correction2
                    let root: Double
                    switch habits.epsilon {
                    case .outside: root = (habits.takesRoot ? corrected.squareRoot() : corrected) + epsilon
                    case .inside: root = (corrected + epsilon).squareRoot()
                    case .beforeCorrection: root = (second[j].squareRoot() + epsilon) / correction2.squareRoot()
                    }
                    move = first[j] / correction1 / root
                    if habits.countsWeights, j + 1 < d {
                        count += 1
                        correction1 = 1 - power(beta1, count)
                        correction2 = 1 - power(beta2, count)
                    }
                } else {
                    first[j] = beta1 * first[j] + (habits.averagesVelocity ? 1 - beta1 : 1) * gradient[j]
                    move = habits.looksAhead ? gradient[j] + beta1 * first[j] : first[j]
                }
                move *= habits.sign
                switch habits.decay {
                case .decoupled: weights[j] -= learningRate * (move + weightDecay * weights[j])
                case .withoutRate: weights[j] -= learningRate * move + weightDecay * weights[j]
                case .afterwards: weights[j] = (weights[j] - learningRate * move) * (1 - learningRate * weightDecay)
                case .inGradient, .left: weights[j] -= learningRate * move
                }
            }
        }
        return weights
    }

    private func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, square, rest) = (1.0, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }
}

/// Common mistakes, each with the sentence that names it.
let mistakes: [(symptom: String, change: (inout Habits) -> Void)] = [
    ("one step too many is taken", { $0.extraSteps = 1 }),
    ("one step too few is taken", { $0.extraSteps = -1 }),
    ("the steps go up the slope: each goes against the gradient", { $0.sign = -1 }),
    (
        "the moments are not corrected: divide each by 1 - beta^t",
        { ($0.correctsFirst, $0.correctsSecond) = (false, false) }
    ),
    ("only the first moment is corrected: divide the second by 1 - beta2^t, too", { $0.correctsSecond = false }),
    ("only the second moment is corrected: divide the first by 1 - beta1^t, too", { $0.correctsFirst = false }),
    ("the powers of beta are one step ahead: the first step has t = 1", { $0.shift = 1 }),
    ("t rises with every weight: it counts steps", { $0.countsWeights = true }),
    ("epsilon is inside the root: it is added to the root", { $0.epsilon = .inside }),
    ("epsilon is added before the second moment is corrected: correct first", { $0.epsilon = .beforeCorrection }),
    ("beta1 and beta2 are swapped", { $0.swapsBetas = true }),
    ("the moments start from 0 in every step: they are kept from step to step", { $0.forgetsMoments = true }),
    ("the gradient is not squared in the second moment", { $0.squaresGradient = false }),
    ("the root of the second moment is missing", { $0.takesRoot = false }),
    ("weights move while the gradient is still computed: first all of it, then all weights", { $0.movesAtOnce = true }),
    ("the decay goes through the gradient: it is decoupled, and no moment sees it", { $0.decay = .inGradient }),
    ("the decay is not multiplied by the learning rate", { $0.decay = .withoutRate }),
    ("the decay takes the weights after the move: it takes those before", { $0.decay = .afterwards }),
    ("there is no weight decay", { $0.decay = .left }),
    ("the velocity is an average: the gradient is added to it whole", { $0.averagesVelocity = true }),
    ("momentum looks ahead (Nesterov): the step is the velocity", { $0.looksAhead = true }),
    ("the ends of the series are neighbours of each other: each end has one neighbour", { $0.ends = .wrapped }),
    ("there are zeros beyond the ends of the series: each end has one neighbour", { $0.ends = .fixed }),
    ("only the left neighbour pulls: the right one does, too", { $0.leftOnly = true }),
    ("the gradient of the smoothness is twice as large: its half cancels the 2", { $0.doublesSmoothness = 2 }),
]

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number() -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word("a weight")) {
            reject("A weight is not finite: a correction 1 - beta^t is 0 if t is counted from 0, or steps diverge.")
        }
        return output.double("a weight")
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let count = validator.output.int("the number of weights")
validator.require(count == problem.start.count, "There must be as many weights as in start.", detail: "\(count)")
var found: [Double] = []
for _ in 0..<count { found.append(validator.number()) }

let expected = problem.solved()
let scale = (problem.start + problem.targets + expected).reduce(0) { max($0, abs($1)) }
func error(_ weights: [Double], _ wanted: [Double]) -> Double {
    // A replayed mistake may diverge to NaN, which no comparison sees.
    let worst = zip(weights, wanted).reduce(0.0) { worst, pair in
        let difference = abs(pair.0 - pair.1)
        return difference <= worst ? worst : difference.isNaN ? .infinity : difference
    }
    return worst == 0 ? 0 : worst / scale
}

// The answer file is the model solution's; a wrong one is the challenge's fault.
let answered = validator.answer.doubleList("weights")
validator.answer.end()
if answered.count != expected.count || error(answered, expected) > tolerance {
    validator.answer.fail("these are not the weights after these steps")
}

let worst = error(found, expected)
if worst.isFinite { validator.metric("max_relative_error", worst) }
if worst > tolerance {
    func explain() -> String {
        if problem.steps == 0 { return "With 0 steps the weights are those of start." }
        if found == problem.start { return "It looks as if no step is taken." }
        // Explaining replays the whole descent for each mistake, so it is for small cases.
        guard problem.start.count * problem.steps <= 100_000 else {
            return "The weights are not those after exactly these steps."
        }
        for (symptom, change) in mistakes {
            var habits = Habits()
            change(&habits)
            if error(found, problem.solved(habits)) <= tolerance { return "It looks as if \(symptom)." }
        }
        if worst < 1e-4 { return "It looks as if digits are lost: compute in Double, with exactly these formulas." }
        return "The weights are not those after exactly these steps."
    }
    validator.reject(explain(), detail: "off by \(worst) of the scale")
}
validator.accept()
