import ChallengeKit
import Glibc

// The loss and four gradients are compared with this validator's own:
//
//     |L - L*|  <=  1e-9 max(1, |L*|),        |g - g*|  <=  1e-9 max(1, G),
//
// where G is the largest magnitude in the same gradient. Why that is fair: the input validator computes everything again with errors of
// 4e-15 of the magnitudes that are summed, in every sum, which is more than any order of sums makes, and accepts only inputs
// where nothing moves by more than a tenth of these tolerances. Why it is strict enough: `Float` is off by 1e-8 and more, and
// the slightest of the packaged mistakes by more than a hundred times a tolerance.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-9

/// What a solution does; each property is as the statement asks at the start.
struct Habits {
    enum Activation { case asAsked, relu, tanh, none }
    enum Slope { case right, oneAtZero, halfAtZero, none, fromSum, sigmoid, notSquared, ofRelu, twice }
    enum Delta { case right, withoutLabel, flipped, squaredError }
    enum Loss { case logSum, largestLeftOut, predicted, bits, kept(Double) }
    /// What the sums over points are divided by.
    enum Divisor { case points, one, classes, both }

    var activation = Activation.asAsked
    var activatesLogits = false
    var hasHiddenBiases = true
    var hasOutputBiases = true
    var loss = Loss.logSum
    var lossDivisor = Divisor.points
    var gradientDivisor = Divisor.points
    var biasDivisor = Divisor.points
    /// Factors of the sum of squares in the loss and of the weights in the gradients, by layers.
    var halves = (1.0, 1.0)
    var decays = (1.0, 1.0)
    var dividesPenalty = false
    var dividesDecay = false
    var takesRoot = false
    var penalisesBiases = false
    var slope = Slope.right
    var delta = Delta.right
    var hasBiasGradients = true
    var weighsBySums = false
    var passesByRows = false
    var dropsLast = false
    var forgetsSoftmaxOfOthers = false
    var keepsLastBiases = false
    var decaysWithEveryPoint = false
}

/// The loss and the four gradients.
struct Outcome {
    var loss = 0.0
    /// Of hidden weights, hidden biases, output weights and output biases, each as one list.
    var gradients: [[Double]]

    /// All five in the order in which a mistake spreads: the loss, then from the output back.
    var parts: [[Double]] { [[loss], gradients[3], gradients[2], gradients[1], gradients[0]] }
    static let names = ["", "the output biases", "the output weights", "the hidden biases", "the hidden weights"]
}

/// What the solution was given.
struct Problem {
    let points: [[Double]]
    let labels: [Int]
    let hiddenWeights: [[Double]]
    let hiddenBiases: [Double]
    let outputWeights: [[Double]]
    let outputBiases: [Double]
    let usesTanh: Bool
    let penalty: Double

    init(_ input: inout Reader) {
        points = input.matrix("points")
        labels = input.intList("labels")
        hiddenWeights = input.matrix("hidden weights")
        hiddenBiases = input.doubleList("hidden biases")
        outputWeights = input.matrix("output weights")
        outputBiases = input.doubleList("output biases")
        usesTanh = input.int("whether the hidden layer applies tanh") == 1
        penalty = input.double("the penalty")
        input.end()
    }

    var n: Int { points.count }
    var d: Int { hiddenWeights.count }
    var h: Int { hiddenBiases.count }
    var c: Int { outputBiases.count }

    /// The pre-activations and the logits of one point.
    func forward(_ point: [Double], _ habits: Habits = Habits()) -> (sums: [Double], hidden: [Double], logits: [Double])
    {
        var sums = habits.hasHiddenBiases ? hiddenBiases : hiddenBiases.map { _ in 0 }
        for (x, weights) in zip(point, hiddenWeights) {
            for k in 0..<h { sums[k] += x * weights[k] }
        }
        let isTanh = usesTanh && habits.activation != .relu || habits.activation == .tanh
        let hidden = habits.activation == .none ? sums : sums.map { isTanh ? tanh($0) : max(0, $0) }
        var logits = habits.hasOutputBiases ? outputBiases : outputBiases.map { _ in 0 }
        for (a, weights) in zip(hidden, outputWeights) {
            for j in 0..<c { logits[j] += a * weights[j] }
        }
        return (sums, hidden, habits.activatesLogits ? logits.map { isTanh ? tanh($0) : max(0, $0) } : logits)
    }

    /// The derivative of the activation.
    private func slope(_ sum: Double, _ a: Double, _ habits: Habits) -> Double {
        if habits.activation == .none { return 1 }
        let isTanh = usesTanh && habits.activation != .relu || habits.activation == .tanh
        switch habits.slope {
        case .none: return 1
        case .sigmoid where isTanh: return a * (1 - a)
        case .fromSum where isTanh: return 1 - sum * sum
        case .notSquared where isTanh: return 1 - a
        case .twice where isTanh: return 1 - tanh(a) * tanh(a)
        case .ofRelu where isTanh: return a > 0 ? 1 : 0
        case .oneAtZero where !isTanh: return sum >= 0 ? 1 : 0
        case .halfAtZero where !isTanh: return sum == 0 ? 0.5 : sum > 0 ? 1 : 0
        default: return isTanh ? 1 - a * a : sum > 0 ? 1 : 0
        }
    }

    private func loss(_ logits: [Double], _ label: Int, _ habits: Habits) -> Double {
        let largest = logits.max() ?? 0
        let rest = log(logits.reduce(0) { $0 + exp($1 - largest) })
        let loss = largest + rest - logits[label]
        switch habits.loss {
        case .logSum: return loss
        case .largestLeftOut: return rest - logits[label]
        case .predicted: return rest
        case .bits: return loss / log(2)
        case .kept(let epsilon): return -log(exp(-loss) + epsilon)
        }
    }

    private func deltas(_ logits: [Double], _ label: Int, _ habits: Habits) -> [Double] {
        let largest = logits.max() ?? 0
        let powers = logits.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.enumerated().map { j, power in
            let p = power / sum
            let target = j == label ? 1.0 : 0
            switch habits.delta {
            case .right: return habits.forgetsSoftmaxOfOthers && j != label ? 0 : p - target
            case .withoutLabel: return p
            case .flipped: return target - p
            case .squaredError: return (p - target) * p * (1 - p)
            }
        }
    }

    private func divisor(_ divisor: Habits.Divisor) -> Double {
        let n = Double(max(1, n))
        switch divisor {
        case .points: return n
        case .one: return 1
        case .classes: return Double(c)
        case .both: return n * Double(c)
        }
    }

    /// Loss and gradients as a solution with these habits computes them.
    func solved(_ habits: Habits = Habits()) -> Outcome {
        var outcome = Outcome(gradients: [d * h, h, h * c, c].map { [Double](repeating: 0, count: $0) })
        let (hiddenZeros, outputZeros) = (outcome.gradients[1], outcome.gradients[3])
        let byWeights = divisor(habits.gradientDivisor)
        let byBiases = divisor(habits.biasDivisor)
        for (point, label) in zip(points, labels).dropLast(habits.dropsLast ? 1 : 0) {
            let (sums, hidden, logits) = forward(point, habits)
            outcome.loss += loss(logits, label, habits) / divisor(habits.lossDivisor)
            let deltas = deltas(logits, label, habits)
            if habits.keepsLastBiases { (outcome.gradients[1], outcome.gradients[3]) = (hiddenZeros, outputZeros) }
            if habits.hasBiasGradients { for j in 0..<c { outcome.gradients[3][j] += deltas[j] / byBiases } }
            for k in 0..<h {
                let factor = (habits.weighsBySums ? sums[k] : hidden[k]) / byWeights
                var back = 0.0
                for j in 0..<c {
                    outcome.gradients[2][k * c + j] += factor * deltas[j]
                    back += (habits.passesByRows ? outputWeights[j][k] : outputWeights[k][j]) * deltas[j]
                }
                back *= slope(sums[k], hidden[k], habits)
                if habits.hasBiasGradients { outcome.gradients[1][k] += back / byBiases }
                for l in 0..<d { outcome.gradients[0][l * h + k] += point[l] * back / byWeights }
            }
        }
        penalise(&outcome, habits)
        return outcome
    }

    private func penalise(_ outcome: inout Outcome, _ habits: Habits) {
        func squares(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }
        func size(_ weights: [[Double]], _ biases: [Double]) -> Double {
            let sum = squares(weights.flatMap { $0 }) + (habits.penalisesBiases ? squares(biases) : 0)
            return habits.takesRoot ? sum.squareRoot() : sum
        }
        let n = Double(max(1, n))
        let half = penalty / 2 / (habits.dividesPenalty ? n : 1)
        outcome.loss += half * habits.halves.0 * size(hiddenWeights, hiddenBiases)
        outcome.loss += half * habits.halves.1 * size(outputWeights, outputBiases)
        let decay = penalty / (habits.dividesDecay ? n : 1) * (habits.decaysWithEveryPoint ? n : 1)
        for (place, weight) in hiddenWeights.joined().enumerated() {
            outcome.gradients[0][place] += decay * habits.decays.0 * weight
        }
        for (place, weight) in outputWeights.joined().enumerated() {
            outcome.gradients[2][place] += decay * habits.decays.1 * weight
        }
        guard habits.penalisesBiases else { return }
        for k in 0..<h { outcome.gradients[1][k] += decay * hiddenBiases[k] }
        for j in 0..<c { outcome.gradients[3][j] += decay * outputBiases[j] }
    }
}

/// Common mistakes, each with the sentence that names it. Those of the forward pass show in the loss.
typealias Mistake = (symptom: String, change: (inout Habits) -> Void)

let forwardMistakes: [Mistake] = [
    ("the hidden layer applies ReLU although tanh is asked for", { $0.activation = .relu }),
    ("the hidden layer applies tanh although ReLU is asked for", { $0.activation = .tanh }),
    ("the hidden layer has no activation", { $0.activation = .none }),
    ("the activation is applied to the logits too: only the hidden layer has one", { $0.activatesLogits = true }),
    ("the hidden biases are not added", { $0.hasHiddenBiases = false }),
    ("the output biases are not added", { $0.hasOutputBiases = false }),
    ("no biases are added", { ($0.hasHiddenBiases, $0.hasOutputBiases) = (false, false) }),
    ("the last point is left out", { $0.dropsLast = true }),
]

let lossMistakes: [Mistake] = [
    ("losses are added up but not averaged: divide by n", { $0.lossDivisor = .one }),
    ("the loss is divided by the number of classes too: divide by n alone", { $0.lossDivisor = .both }),
    ("the loss is divided by the number of classes: divide by n", { $0.lossDivisor = .classes }),
    ("the penalty is left out of the loss", { $0.halves = (0, 0) }),
    ("the penalty in the loss is not halved", { $0.halves = (2, 2) }),
    ("the penalty is divided by n: only cross-entropies are averaged", { $0.dividesPenalty = true }),
    (
        "the penalty in the loss is neither halved nor kept whole: only cross-entropies are averaged",
        { ($0.halves, $0.dividesPenalty) = ((2, 2), true) }
    ),
    ("biases have a part in the penalty: only weights have", { $0.penalisesBiases = true }),
    ("the penalty in the loss leaves out the hidden weights: it is of both layers", { $0.halves = (0, 1) }),
    ("the penalty in the loss leaves out the output weights: it is of both layers", { $0.halves = (1, 0) }),
    ("the penalty takes the root of the sum of squares: it takes the sum", { $0.takesRoot = true }),
    ("the largest logit is subtracted but not added back", { $0.loss = .largestLeftOut }),
    ("the loss is that of the most probable class: it is that of the label", { $0.loss = .predicted }),
    ("the logarithm has base 2: it is the natural one", { $0.loss = .bits }),
]

/// What is added to probabilities before the logarithm, or kept as the least of them.
let epsilons = [1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16, .ulpOfOne, 1e-20, 1e-30, 1e-300]

let gradientMistakes: [Mistake] = [
    ("the bias gradients are left at 0", { $0.hasBiasGradients = false }),
    (
        "the gradients are not divided by n, though the loss is a mean",
        { ($0.gradientDivisor, $0.biasDivisor) = (.one, .one) }
    ),
    ("the gradients are divided by n and by c", { ($0.gradientDivisor, $0.biasDivisor) = (.both, .both) }),
    ("the label is not subtracted from the probabilities", { $0.delta = .withoutLabel }),
    ("the gradients have the wrong sign: they point up the slope", { $0.delta = .flipped }),
    (
        "the derivative of softmax is applied once more: p - y is already that with respect to the logits",
        { $0.delta = .squaredError }
    ),
    ("only the label's logit has a derivative: all have", { $0.forgetsSoftmaxOfOthers = true }),
    ("biases have a part in the penalty: only weights have", { $0.penalisesBiases = true }),
    ("the penalty is left out of the gradients", { $0.decays = (0, 0) }),
    ("the penalty's gradient is twice as large: its half cancels the 2", { $0.decays = (2, 2) }),
    ("the penalty's gradient is halved: the 2 of the square cancels the half", { $0.decays = (0.5, 0.5) }),
    ("the penalty's gradient is divided by n: only cross-entropies are averaged", { $0.dividesDecay = true }),
    ("the penalty's gradient is added with every point: it is added once", { $0.decaysWithEveryPoint = true }),
    ("those of biases are of the last point alone: they are sums over points", { $0.keepsLastBiases = true }),
    ("output weights are multiplied with pre-activations: they see activations", { $0.weighsBySums = true }),
    (
        "the derivative of ReLU at exactly 0 is 1: it is 0 here, as for everything below",
        { $0.slope = .oneAtZero }
    ),
    ("the derivative of ReLU at exactly 0 is 1/2: it is 0 here", { $0.slope = .halfAtZero }),
    ("the derivative of ReLU is taken for tanh, too: that of tanh is 1 - a^2", { $0.slope = .ofRelu }),
    ("tanh is applied once more in its derivative: it is 1 - a^2 with the activation a", { $0.slope = .twice }),
    ("the derivative of the activation is left out of the backward pass", { $0.slope = .none }),
    (
        "the derivative of tanh is taken from the pre-activation, 1 - z^2: it is 1 - a^2 with a = tanh(z)",
        { $0.slope = .fromSum }
    ),
    ("the derivative of tanh is that of the sigmoid: it is 1 - a^2", { $0.slope = .sigmoid }),
    ("the derivative of tanh is 1 - a: it is 1 - a^2", { $0.slope = .notSquared }),
]

/// The largest difference of two lists, in units of the larger of 1 and the largest magnitude in `wanted`.
func difference(_ found: [Double], _ wanted: [Double]) -> Double {
    let scale = wanted.reduce(1) { max($0, abs($1)) }
    return zip(found, wanted).reduce(0) { worst, pair in
        let error = abs(pair.0 - pair.1) / scale
        return error <= worst ? worst : error.isNaN ? .infinity : error
    }
}

/// What is wrong with an output of the right shape, whose part `part` is the first that is.
func explain(_ problem: Problem, _ found: Outcome, _ expected: Outcome, part: Int) -> String {
    let what = part == 0 ? "The loss" : "The gradient of \(Outcome.names[part])"
    let rule = part == 0 ? "is not the mean cross-entropy plus the penalty" : "is wrong"
    if problem.n == 0 {
        return part == 0
            ? "The loss of an empty batch must be the penalty."
            : "\(what) of an empty batch must be that of the penalty."
    }
    // Explaining replays everything for each mistake, so it is for small cases.
    guard problem.n * problem.h * (problem.d + problem.c) <= 300_000 else { return "\(what) \(rule)." }
    let wrong = found.parts[part]
    func fits(_ change: (inout Habits) -> Void) -> Bool {
        var habits = Habits()
        change(&habits)
        return difference(wrong, problem.solved(habits).parts[part]) <= tolerance
    }
    for mistake in (part == 0 ? forwardMistakes + lossMistakes : gradientMistakes) where fits(mistake.change) {
        return "\(what) \(rule): it looks as if \(mistake.symptom)."
    }
    if part == 0 {
        for epsilon in epsilons where fits({ $0.loss = .kept(epsilon) }) {
            return "\(what) \(rule): it looks as if something is added to probabilities before the logarithm."
        }
    } else if part > 2, problem.h == problem.c, fits({ $0.passesByRows = true }) {
        return "\(what) \(rule): it looks as if derivatives go back through the output weights by rows for columns."
    } else if isTransposed(wrong, expected.parts[part], problem, part) {
        return "\(what) \(rule): it looks as if it is transposed; it has the shape of the parameter."
    }
    if difference(wrong, expected.parts[part]) < 1e-4 {
        return
            "\(what) \(rule): it looks as if digits are lost; compute in Double, without clamping or adding anything."
    }
    return "\(what) \(rule)."
}

/// Whether a square gradient is right but for rows and columns.
func isTransposed(_ found: [Double], _ wanted: [Double], _ problem: Problem, _ part: Int) -> Bool {
    guard part == 2 || part == 4 else { return false }
    let (rows, columns) = part == 2 ? (problem.h, problem.c) : (problem.d, problem.h)
    guard rows == columns else { return false }
    return difference(found, (0..<rows * rows).map { wanted[$0 % rows * rows + $0 / rows] }) <= tolerance
}

extension OutputValidator {
    /// The next number of the output; one that is not finite is rejected with `message`.
    mutating func finite(_ what: String, _ message: @autoclosure () -> String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
            reject(message(), detail: "\(what) is not finite")
        }
        return output.double(what)
    }

    /// The gradient of a matrix, row after row.
    mutating func gradient(rows: Int, columns: Int, of what: String) -> [Double] {
        let foundRows = output.int("the number of rows of the gradient of \(what)")
        let foundColumns = output.int("the number of columns of the gradient of \(what)")
        let shape = "\(foundRows) rows of \(foundColumns)"
        if foundRows == columns, foundColumns == rows, rows != columns {
            reject(
                "It looks as if the gradient of \(what) is transposed; it must have the shape of the parameter.",
                detail: shape)
        }
        require(
            foundRows == rows && foundColumns == columns,
            "The gradient of \(what) must have the shape of the parameter.", detail: shape)
        return numbers(rows * columns, of: what)
    }

    /// The gradient of a list.
    mutating func gradient(count: Int, of what: String) -> [Double] {
        let found = output.int("the length of the gradient of \(what)")
        require(
            found == count, "The gradient of \(what) must have one number for each of them.", detail: "\(found)")
        return numbers(count, of: what)
    }

    private mutating func numbers(_ count: Int, of what: String) -> [Double] {
        (0..<count).map { _ in
            finite(
                "a number of the gradient of \(what)",
                problem.n == 0
                    ? "A derivative for an empty batch is not finite: it looks as if 0 is divided by 0."
                    : "A derivative is not finite, though the loss is: it looks as if a probability of 0 is divided by, or exp"
                        + " overflows.")
        }
    }
}

/// Why a loss may not be finite.
func notFinite() -> String {
    if problem.n == 0 {
        return "The loss of an empty batch is not finite: it looks as if 0 is divided by 0; it must be the penalty."
    }
    let passes = problem.points.map { problem.forward($0) }
    let isOrdinary = passes.allSatisfy { pass in pass.logits.allSatisfy { abs($0) < 300 } }
    if isOrdinary, problem.usesTanh, passes.contains(where: { pass in pass.sums.contains { abs($0) > 350 } }) {
        return "The loss is not finite: it looks as if tanh is made of exponentials that overflow."
    }
    return
        "The loss is not finite: it looks as if exp overflows, all powers of a point become 0, or log(0) is taken; subtract each"
        + " point's own largest logit, and take no logarithm of a probability."
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let expected = problem.solved()

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    let loss = validator.answer.double("the loss")
    let first = validator.answer.matrix("the gradient of the hidden weights")
    let firstBiases = validator.answer.doubleList("the gradient of the hidden biases")
    let second = validator.answer.matrix("the gradient of the output weights")
    let secondBiases = validator.answer.doubleList("the gradient of the output biases")
    validator.answer.end()
    let gradients = [first.flatMap { $0 }, firstBiases, second.flatMap { $0 }, secondBiases]
    let answer = Outcome(loss: loss, gradients: gradients)
    if gradients.map(\.count) != expected.gradients.map(\.count)
        || zip(answer.parts, expected.parts).contains(where: { difference($0, $1) > tolerance })
    {
        validator.answer.fail("this is not the right answer")
    }
}

var found = Outcome(gradients: [])
found.loss = validator.finite("the loss", notFinite())
found.gradients.append(validator.gradient(rows: problem.d, columns: problem.h, of: "the hidden weights"))
found.gradients.append(validator.gradient(count: problem.h, of: "the hidden biases"))
found.gradients.append(validator.gradient(rows: problem.h, columns: problem.c, of: "the output weights"))
found.gradients.append(validator.gradient(count: problem.c, of: "the output biases"))

let errors = zip(found.parts, expected.parts).map { difference($0, $1) }
let worst = errors.max() ?? 0
if worst.isFinite { validator.metric("max_error", worst) }
if let part = errors.firstIndex(where: { $0 > tolerance }) {
    validator.reject(
        explain(problem, found, expected, part: part), detail: "part \(part) is off by \(errors[part])")
}
validator.accept()
