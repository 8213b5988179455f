import ChallengeKit

/// The statement's limits.
let largestCount = 50_000
let largestSteps = 50_000
let largestWork = 10_000_000
let largestMagnitude = 1e6
let smallestMagnitude = 1e-9

/// The problem, and its steps with rounding errors made larger than any right solution's.
struct Descent {
    var start: [Double] = []
    var targets: [Double] = []
    var confidences: [Double] = []
    var smoothness = 0.0
    var adaptive = false
    var learningRate = 0.0
    var beta1 = 0.0
    var beta2 = 0.0
    var epsilon = 0.0
    var weightDecay = 0.0
    var steps = 0

    /// The weights after all steps. `noise` is the relative error that is put into each term of a gradient and into each
    /// step, its sign changing from weight to weight and from step to step.
    func solved(noise: Double) -> [Double] {
        var random = Random(seed: 1)
        let d = start.count
        var weights = start
        var first = [Double](repeating: 0, count: d)
        var second = first
        var gradient = first
        var power1 = 1.0
        var power2 = 1.0
        for _ in 0..<steps {
            for j in 0..<d {
                var sum = confidences[j] * (weights[j] - targets[j])
                var size = confidences[j] * (abs(weights[j]) + abs(targets[j]))
                for other in [j - 1, j + 1] where other >= 0 && other < d {
                    sum += smoothness * (weights[j] - weights[other])
                    size += smoothness * (abs(weights[j]) + abs(weights[other]))
                }
                gradient[j] = sum + (random.next() & 1 == 0 ? noise : -noise) * size
            }
            power1 *= beta1
            power2 *= beta2
            for j in 0..<d {
                var move: Double
                if adaptive {
                    first[j] = beta1 * first[j] + (1 - beta1) * gradient[j]
                    second[j] = beta2 * second[j] + (1 - beta2) * gradient[j] * gradient[j]
                    move = first[j] / (1 - power1) / ((second[j] / (1 - power2)).squareRoot() + epsilon)
                } else {
                    first[j] = beta1 * first[j] + gradient[j]
                    move = first[j]
                }
                move *= 1 + (random.next() & 1 == 0 ? noise : -noise)
                weights[j] -= learningRate * (move + weightDecay * weights[j])
            }
        }
        return weights
    }
}

/// Checks a list of `count` numbers.
func check(_ values: [Double], _ what: String, _ count: Int, least: Double, in input: Reader) {
    guard values.count == count else { input.fail("there must be \(count) \(what), found \(values.count)") }
    for value in values {
        guard value >= least, value <= largestMagnitude, value == 0 || abs(value) >= smallestMagnitude else {
            input.fail("\(what) must be 0, or between 1e-9 and 1e6 in magnitude, and confidences not negative")
        }
    }
}

validateInput { input in
    var descent = Descent()
    descent.start = input.doubleList("start")
    let d = descent.start.count
    guard (1...largestCount).contains(d) else { input.fail("there must be 1 to \(largestCount) weights, found \(d)") }
    descent.targets = input.doubleList("targets")
    descent.confidences = input.doubleList("confidences")
    check(descent.start, "start weights", d, least: -largestMagnitude, in: input)
    check(descent.targets, "targets", d, least: -largestMagnitude, in: input)
    check(descent.confidences, "confidences", d, least: 0, in: input)

    func number(_ what: String, _ isRight: (Double) -> Bool) -> Double {
        let value = input.double(what)
        guard isRight(value) else { input.fail("\(what) is out of range: \(value)") }
        return value
    }
    descent.smoothness = number("smoothness") { $0 == 0 || $0 >= smallestMagnitude && $0 <= largestMagnitude }
    descent.adaptive = input.int("adaptive", in: 0...1) == 1
    descent.learningRate = number("learningRate") { $0 >= smallestMagnitude && $0 <= largestMagnitude }
    descent.beta1 = number("beta1") { $0 >= 0 && $0 <= 0.9999 }
    descent.beta2 = number("beta2") { $0 >= 0 && $0 <= 0.9999 }
    descent.epsilon = number("epsilon") { $0 >= 1e-10 && $0 <= 1 }
    descent.weightDecay = number("weightDecay") { $0 >= 0 && $0 * descent.learningRate <= 0.5 }
    descent.steps = input.int("steps", in: 0...largestSteps)
    guard d * descent.steps <= largestWork else { input.fail("steps * d must be at most \(largestWork)") }

    // The promised margin: rounding moves no weight by more than a hundredth of the tolerance.
    let exact = descent.solved(noise: 0)
    let rounded = descent.solved(noise: 2e-15)
    let scale = (descent.start + descent.targets + exact).reduce(0) { max($0, abs($1)) }
    guard scale <= 1e7 else { input.fail("the steps must not diverge") }
    for (one, other) in zip(exact, rounded) where !(abs(one - other) <= 1e-10 * scale) {
        input.fail("the steps must not amplify rounding errors")
    }
}
