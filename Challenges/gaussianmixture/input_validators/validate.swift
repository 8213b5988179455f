import ChallengeKit
import Glibc

/// The statement's limits.
let mostPoints = 20_000
let mostColumns = 500
let mostComponents = 500
let mostRounds = 5000
let mostWork = 50_000_000
let mostDensities = 5_000_000
let largest = 1e9

/// Below the first, a component has certainly lost its points; from the second on it certainly has not.
let lost = 1e-9
let kept = 1e-7

/// The problem, and its rounds with rounding errors made larger than any right solution's.
struct Mixture {
    var points: [[Double]] = []
    var weights: [Double] = []
    var means: [[Double]] = []
    var variances: [[Double]] = []
    /// The largest magnitude in each column of points and start means.
    var sizes: [Double] = []

    /// One round of EM, or with `evaluates` only the log-likelihood. `noise` is the relative error that is put into each
    /// log-density, sum, mean and variance, with random signs. Returns `nil` for a component that has neither kept nor lost its points.
    mutating func round(floor: Double, noise: Double, random: inout Random, evaluates: Bool = false) -> Double? {
        func error() -> Double { random.next() & 1 == 0 ? noise : -noise }
        let (n, d, k) = (points.count, points[0].count, weights.count)
        var shares = [[Double]](repeating: [Double](repeating: 0, count: n), count: k)
        let constants = variances.map { row in row.reduce(0) { $0 - 0.5 * log(2 * .pi * $1) } }
        let sizesOfConstants = variances.map { row in row.reduce(0) { $0 + 0.5 * abs(log(2 * .pi * $1)) } }
        var likelihood = 0.0
        var joint = [Double](repeating: 0, count: k)
        for i in 0..<n {
            for c in 0..<k {
                var sum = 0.0
                for j in 0..<d {
                    let difference = points[i][j] - means[c][j]
                    sum += difference * difference / variances[c][j]
                }
                joint[c] = log(weights[c]) + constants[c] - 0.5 * sum + error() * (sizesOfConstants[c] + 0.5 * sum)
            }
            let top = joint.max()!
            let total = top + log(joint.reduce(0) { $0 + exp($1 - top) })
            likelihood += total
            for c in 0..<k { shares[c][i] = exp(joint[c] - total) }
        }
        if evaluates { return likelihood }
        for c in 0..<k {
            let count = shares[c].reduce(0, +) * (1 + error())
            guard count <= lost || count >= kept else { return nil }
            weights[c] = count <= lost ? 0 : count / Double(n)
            if count <= lost { continue }
            var mean = [Double](repeating: 0, count: d)
            for i in 0..<n where shares[c][i] > 0 { for j in 0..<d { mean[j] += shares[c][i] * points[i][j] } }
            for j in 0..<d { mean[j] = mean[j] / count + error() * sizes[j] }
            var variance = [Double](repeating: 0, count: d)
            for i in 0..<n where shares[c][i] > 0 {
                for j in 0..<d { variance[j] += shares[c][i] * (points[i][j] - mean[j]) * (points[i][j] - mean[j]) }
            }
            means[c] = mean
            variances[c] = variance.map { max(floor, $0 / count * (1 + error())) }
        }
        return likelihood
    }

    /// The log-likelihood after all rounds; `nil` as above.
    mutating func fit(rounds: Int, floor: Double, noise: Double) -> Double? {
        var random = Random(seed: 1)
        for _ in 0..<rounds { if round(floor: floor, noise: noise, random: &random) == nil { return nil } }
        return round(floor: floor, noise: noise, random: &random, evaluates: true)
    }
}

/// Rows of `width` numbers.
func matrix(_ what: String, rows: Int, width: Int, in input: inout Reader) -> [[Double]] {
    guard input.int("the number of \(what)") == rows else { input.fail("there must be \(rows) \(what)") }
    guard input.int("the width of \(what)") == width else { input.fail("\(what) must have \(width) columns") }
    return (0..<rows).map { _ in input.doubles(count: width, "a number of \(what)") }
}

validateInput { input in
    var mixture = Mixture()
    let n = input.int("the number of points", in: 1...mostPoints)
    let d = input.int("the number of columns", in: 1...mostColumns)
    mixture.points = (0..<n).map { _ in input.doubles(count: d, "a coordinate") }
    mixture.weights = input.doubleList("weights")
    let k = mixture.weights.count
    guard (1...mostComponents).contains(k) else { input.fail("there must be 1 to \(mostComponents) components") }
    guard mixture.weights.allSatisfy({ $0 == 0 || $0 >= 1e-9 && $0 <= 1 }) else {
        input.fail("weights must be 0, or between 1e-9 and 1")
    }
    guard abs(mixture.weights.reduce(0, +) - 1) <= 1e-9 else { input.fail("weights must add up to 1") }
    mixture.means = matrix("means", rows: k, width: d, in: &input)
    mixture.variances = matrix("variances", rows: k, width: d, in: &input)
    for value in [mixture.points.joined(), mixture.means.joined()].joined() where abs(value) > largest {
        input.fail("points and means must be at most 1e9 in magnitude")
    }
    let iterations = input.int("iterations", in: 0...mostRounds)
    let floor = input.double("varianceFloor")
    guard floor >= 1e-12, floor <= 1e6 else { input.fail("varianceFloor must be between 1e-12 and 1e6") }
    guard mixture.variances.joined().allSatisfy({ $0 >= floor && $0 <= 1e18 }) else {
        input.fail("start variances must be between varianceFloor and 1e18")
    }
    guard (iterations + 1) * n * k * d <= mostWork, (iterations + 1) * n * k <= mostDensities else {
        input.fail("(iterations + 1) * n * k * d must be at most \(mostWork), and without d \(mostDensities)")
    }

    // The promised margin: rounding changes nothing by more than a hundredth of the tolerance.
    mixture.sizes = (0..<d).map { j in (mixture.points + mixture.means).reduce(0) { max($0, abs($1[j])) } }
    var exact = mixture
    var noisy = mixture
    guard let right = exact.fit(rounds: iterations, floor: floor, noise: 0),
        let rough = noisy.fit(rounds: iterations, floor: floor, noise: 2e-15)
    else { input.fail("a component must have a sum of responsibilities of at most 1e-9, or of at least 1e-7") }
    let margin = 1e-8
    var isClear = abs(rough - right) <= margin * (Double(n * d) + abs(right))
    for c in 0..<k {
        isClear = isClear && abs(exact.weights[c] - noisy.weights[c]) <= margin
        for j in 0..<d {
            let variance = exact.variances[c][j]
            isClear =
                isClear && abs(exact.means[c][j] - noisy.means[c][j]) <= margin * variance.squareRoot()
                && abs(noisy.variances[c][j] - variance) <= margin * variance
        }
    }
    guard isClear else { input.fail("the rounds must not amplify rounding errors") }
}
