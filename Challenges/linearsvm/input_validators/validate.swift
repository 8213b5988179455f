import ChallengeKit

/// The statement's limits.
let largestCount = 100_000
let largestWidth = 5_000
let largestSize = 2_000_000
let largestSteps = 200_000
let largestWork = 20_000_000
let features = 1e-9...1e6
let lambdas = 1e-6...1e6
/// By how much of the sizes that are summed a margin must differ from 1.
let leastDistance = 1e-8
/// How far rounding may move the result, in units of its scale: a hundredth of what the output validator tolerates.
let mostNoise = 1e-10

struct Training {
    var points: [[Double]] = []
    var signs: [Double] = []
    var order: [Int] = []
    var lambda = 0.0
    var projects = false

    /// Whether step `t` computes with numbers that no rounding touches: dyadic fractions of few digits.
    func isExact(step t: Int) -> Bool {
        func isShort(_ value: Double) -> Bool { abs(value) <= 1024 && (value * 16).rounded() == value * 16 }
        guard t <= 3, !projects, lambda.significand == 1, abs(lambda.exponent) <= 10 else { return false }
        return order.prefix(t).allSatisfy { points[$0].allSatisfy(isShort) }
    }

    /// The weights and the bias after all steps, and the largest magnitude of the bias after any of them. `noise` is the relative error that is put
    /// into each sum and each new weight, its sign changing at random.
    func solved(noise: Double, in input: Reader) -> (weights: [Double], bias: Double, largestBias: Double) {
        var random = Random(seed: 1)
        let d = points[0].count
        var weights = [Double](repeating: 0, count: d)
        var bias = 0.0
        var largestBias = 0.0
        for (step, row) in order.enumerated() {
            let t = Double(step + 1)
            let point = points[row]
            var score = bias
            var magnitude = abs(bias) + 1
            for j in 0..<d {
                score += weights[j] * point[j]
                magnitude += abs(weights[j] * point[j])
            }
            let margin = signs[row] * score
            let isExact = isExact(step: step + 1)
            let noise = isExact ? 0 : noise
            if !(abs(margin - 1) >= leastDistance * magnitude), !(margin == 1 && isExact) {
                input.fail("in step \(step + 1) the margin is too near to 1, unless it is 1 without rounding")
            }
            let push = margin < 1 ? signs[row] / (lambda * t) : 0
            for j in 0..<d {
                let size = abs((1 - 1 / t) * weights[j]) + abs(push * point[j])
                weights[j] = (1 - 1 / t) * weights[j] + push * point[j]
                if noise > 0 { weights[j] += (random.next() & 1 == 0 ? noise : -noise) * size }
            }
            bias += push
            if noise > 0 { bias += (random.next() & 1 == 0 ? noise : -noise) * (abs(bias) + abs(push)) }
            largestBias = max(largestBias, abs(bias))
            if projects {
                let scale = 1 / (lambda * weights.reduce(0) { $0 + $1 * $1 }).squareRoot()
                if scale < 1 { for j in 0..<d { weights[j] *= scale } }
            }
        }
        return (weights, bias, largestBias)
    }
}

validateInput { input in
    var training = Training()
    let n = input.int("the number of points", in: 1...largestCount)
    let d = input.int("the number of features", in: 1...largestWidth)
    if n * d > largestSize { input.fail("n * d must be at most \(largestSize)") }
    for _ in 0..<n {
        let point = input.doubles(count: d, "a feature")
        if point.contains(where: { $0 != 0 && !features.contains(abs($0)) }) {
            input.fail("features must be 0, or between 1e-9 and 1e6 in magnitude")
        }
        training.points.append(point)
    }
    let labels = input.intList("labels")
    if labels.count != n { input.fail("there must be \(n) labels, found \(labels.count)") }
    if labels.contains(where: { $0 != 0 && $0 != 1 }) { input.fail("labels must be 0 or 1") }
    training.signs = labels.map { $0 == 1 ? 1 : -1 }
    training.order = input.intList("order")
    let steps = training.order.count
    if steps > largestSteps { input.fail("there must be at most \(largestSteps) steps") }
    if steps * d > largestWork { input.fail("steps * d must be at most \(largestWork)") }
    if training.order.contains(where: { $0 < 0 || $0 >= n }) { input.fail("order must hold indices of points") }
    training.lambda = input.double("lambda")
    if !lambdas.contains(training.lambda) { input.fail("lambda must be between 1e-6 and 1e6") }
    training.projects = input.int("projects", in: 0...1) == 1

    let exact = training.solved(noise: 0, in: input)
    let rounded = training.solved(noise: 2e-15, in: input)
    let scale = exact.weights.reduce(0) { max($0, abs($1)) }
    for (one, other) in zip(exact.weights, rounded.weights) where !(abs(one - other) <= mostNoise * scale) {
        input.fail("rounding must not move the weights")
    }
    if !(abs(exact.bias - rounded.bias) <= mostNoise * exact.largestBias) {
        input.fail("rounding must not move the bias")
    }
}
