import ChallengeKit
import Glibc

/// A matrix of numbers up to `limit` in magnitude.
func matrix(
    _ what: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, limit: Double = 1e4, in input: inout Reader
) -> (rows: [[Double]], columns: Int) {
    let rowCount = input.int("the number of rows of \(what)", in: rows)
    let columnCount = input.int("the number of columns of \(what)", in: columns)
    var result: [[Double]] = []
    for _ in 0..<rowCount { result.append(numbers(columnCount, what, limit: limit, in: &input)) }
    return (result, columnCount)
}

func numbers(_ count: Int, _ what: String, limit: Double = 1e4, in input: inout Reader) -> [Double] {
    let values = input.doubles(count: count, "a number of \(what)")
    if values.contains(where: { abs($0) > limit }) { input.fail("no number of \(what) may exceed \(limit)") }
    return values
}

func list(_ what: String, count: Int, in input: inout Reader) -> [Double] {
    let found = input.int("the number of \(what)")
    if found != count { input.fail("there must be \(count) \(what), found \(found)") }
    return numbers(count, what, in: &input)
}

/// The network, with errors of rounding in each of its sums that are larger than any right solution's.
struct Network {
    var hiddenWeights: [[Double]] = []
    var hiddenBiases: [Double] = []
    var outputWeights: [[Double]] = []
    var outputBiases: [Double] = []
    var usesTanh = false
    /// A sum is off by this share of the sum of its terms' magnitudes.
    var noise = 0.0
    var random = Random(seed: 20_240_607)

    /// What is checked: the loss, and four gradients, each as one list.
    struct Outcome {
        var losses = 0.0
        var gradients: [[Double]]
    }

    private mutating func error(_ size: Double) -> Double { random.next() & 1 == 0 ? noise * size : -noise * size }

    /// `biases` plus `values` times `weights`, and the sums of the magnitudes of the terms.
    private mutating func layer(
        _ values: [Double], _ weights: [[Double]], _ biases: [Double]
    ) -> (sums: [Double], sizes: [Double]) {
        var sums = biases
        var sizes = biases.map { abs($0) }
        for (value, row) in zip(values, weights) {
            for k in sums.indices {
                let product = value * row[k]
                sums[k] += product
                sizes[k] += abs(product)
            }
        }
        return (sums, sizes)
    }

    /// Loss and gradients for this batch, without the penalty, which has no sum that could go wrong.
    ///
    /// `check` is told each pre-activation, its size, the point and the unit.
    mutating func run(
        _ points: [[Double]], _ labels: [Int], check: (Double, Double, [Double], Int) -> Void
    ) -> Outcome {
        let d = hiddenWeights.count
        let h = hiddenBiases.count
        let c = outputBiases.count
        let n = Double(max(1, points.count))
        var outcome = Outcome(gradients: [d * h, h, h * c, c].map { [Double](repeating: 0, count: $0) })
        for (point, label) in zip(points, labels) {
            var (sums, sizes) = layer(point, hiddenWeights, hiddenBiases)
            for k in 0..<h {
                check(sums[k], sizes[k], point, k)
                // An exact zero stays one.
                if sums[k] != 0 { sums[k] += error(sizes[k]) }
            }
            let activations = sums.map { usesTanh ? tanh($0) : max(0, $0) }
            var (logits, logitSizes) = layer(activations, outputWeights, outputBiases)
            for j in 0..<c { logits[j] += error(logitSizes[j]) }
            let largest = logits.max() ?? 0
            let powers = logits.map { exp($0 - largest) }
            let sum = powers.reduce(0, +)
            outcome.losses += largest + log(sum) - logits[label]
            var deltas = powers.map { $0 / sum }
            for j in 0..<c { deltas[j] += error(deltas[j]) }
            deltas[label] -= 1
            for j in 0..<c { outcome.gradients[3][j] += deltas[j] / n }
            for k in 0..<h {
                var back = 0.0
                var size = 0.0
                for j in 0..<c {
                    outcome.gradients[2][k * c + j] += activations[k] * deltas[j] / n
                    back += outputWeights[k][j] * deltas[j]
                    size += abs(outputWeights[k][j] * deltas[j])
                }
                back += error(size)
                let slope = usesTanh ? 1 - activations[k] * activations[k] : sums[k] > 0 ? 1 : 0
                outcome.gradients[1][k] += back * slope / n
                for l in 0..<d { outcome.gradients[0][l * h + k] += point[l] * back * slope / n }
            }
        }
        return outcome
    }
}

validateInput { input in
    let (points, d) = matrix("points", rows: 0...20_000, columns: 1...1000, in: &input)
    let n = points.count
    let count = input.int("the number of labels")
    if count != n { input.fail("there must be one label for each point: \(n) points, \(count) labels") }
    let labels = input.ints(count: n, "a label")
    var network = Network()
    let (hiddenWeights, h) = matrix("hidden weights", rows: 1...1000, columns: 1...1000, in: &input)
    if hiddenWeights.count != d { input.fail("there must be one row of hidden weights for each of \(d) features") }
    network.hiddenWeights = hiddenWeights
    network.hiddenBiases = list("hidden biases", count: h, in: &input)
    let (outputWeights, c) = matrix("output weights", rows: 1...1000, columns: 1...1000, in: &input)
    if outputWeights.count != h { input.fail("there must be one row of output weights for each of \(h) hidden units") }
    network.outputWeights = outputWeights
    network.outputBiases = list("output biases", count: c, in: &input)
    network.usesTanh = input.int("whether the hidden layer applies tanh", in: 0...1) == 1
    let penalty = input.double("the penalty")
    if penalty < 0 || penalty > 100 { input.fail("the penalty must be between 0 and 100, not \(penalty)") }
    if let label = labels.first(where: { $0 < 0 || $0 >= c }) {
        input.fail("a label must be between 0 and \(c - 1), not \(label)")
    }
    if n * h * (d + c) > 30_000_000 { input.fail("n * h * (d + c) must be at most 3e7") }

    // ReLU's derivative jumps at 0: a pre-activation is away from it, or exactly 0 however it is summed.
    let first = network
    let exact = network.run(points, labels) { sum, size, point, unit in
        if first.usesTanh || abs(sum) >= 1e-9 * size && sum != 0 { return }
        let terms = (0..<d).map { point[$0] * first.hiddenWeights[$0][unit] } + [first.hiddenBiases[unit]]
        if sum != 0 || terms.contains(where: { $0 != $0.rounded() }) {
            input.fail("a pre-activation that is next to 0 must be exactly 0, and a sum of integers")
        }
    }
    // The promised margin: rounding moves nothing by more than a tenth of the tolerance.
    network.noise = 4e-15
    let rough = network.run(points, labels) { _, _, _, _ in }
    func check(_ one: Double, _ other: Double, _ scale: Double) {
        if !(abs(one - other) <= 1e-10 * scale) { input.fail("the network must not amplify rounding errors") }
    }
    let batch = Double(max(1, n))
    check(exact.losses / batch, rough.losses / batch, max(1, exact.losses / batch))
    for (one, other) in zip(exact.gradients, rough.gradients) {
        let scale = one.reduce(1) { max($0, abs($1)) }
        for (a, b) in zip(one, other) { check(a, b, scale) }
    }
}
