import ChallengeKit

/// The statement's limits.
let largestCount = 50_000
let largestWidth = 2_000
let largestSweeps = 20_000
let largestWork = 50_000_000
let largestMagnitude = 1e6
let smallestDeviation = 1e-4
let penalties = 1e-9...1e9
/// The output validator's tolerance.
let tolerance = 1e-7

/// The values about their mean, and the root of the mean of their squares; zeros if all values are equal.
func centred(_ values: [Double]) -> (values: [Double], deviation: Double) {
    if values.allSatisfy({ $0 == values[0] }) { return (values.map { _ in 0 }, 0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let centred = values.map { $0 - mean }
    return (centred, (centred.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot())
}

/// Checks the promise that values which differ do so by enough, and returns them centred.
func spread(_ values: [Double], _ what: String, in input: Reader) -> (values: [Double], deviation: Double) {
    let result = centred(values)
    let size = values.reduce(0) { max($0, abs($1)) }
    if size > largestMagnitude { input.fail("no number may exceed 1e6 in magnitude") }
    let least = smallestDeviation * max(size, 1e-2)
    if result.values.contains(where: { $0 != 0 }), result.deviation < least {
        input.fail("\(what) must be constant, or have a deviation of at least 1e-4 of its size, and of 1e-6")
    }
    return result
}

/// A problem whose columns are centred.
struct Descent {
    let columns: [[Double]]
    let deviations: [Double]
    let targets: [Double]
    let scale: Double
    let l1: Double
    let l2: Double

    private func product(_ j: Int, _ residuals: [Double]) -> Double {
        var sum = 0.0
        for (value, residual) in zip(columns[j], residuals) { sum += value * residual }
        return sum / Double(targets.count)
    }

    /// The largest violation of the conditions that coordinate descent from zero leaves, in units of the scales.
    func violation(order: [Int], sweeps: Int) -> Double {
        var residuals = targets
        var weights = [Double](repeating: 0, count: columns.count)
        for _ in 0..<sweeps {
            for j in order {
                let square = deviations[j] * deviations[j]
                if square + l2 == 0 { continue }
                let pull = product(j, residuals) + square * weights[j]
                let weight = (max(pull - l1, 0) - max(-pull - l1, 0)) / (square + l2)
                let change = weight - weights[j]
                weights[j] = weight
                if change == 0 { continue }
                for (i, value) in columns[j].enumerated() { residuals[i] -= change * value }
            }
        }
        return order.reduce(0) { worst, j in
            let slope = product(j, residuals) - l2 * weights[j]
            let wanted = weights[j] > 0 ? l1 : weights[j] < 0 ? -l1 : max(-l1, min(l1, slope))
            return deviations[j] == 0 ? worst : max(worst, abs(slope - wanted) / (deviations[j] * scale))
        }
    }
}

validateInput { input in
    let n = input.int("the number of points", in: 1...largestCount)
    let d = input.int("the number of features", in: 1...largestWidth)
    if n * d > largestWork { input.fail("sweeps * n * d must be at most \(largestWork)") }
    var points: [[Double]] = []
    for _ in 0..<n { points.append(input.doubles(count: d, "a feature")) }
    let targets = input.doubleList("targets")
    if targets.count != n { input.fail("there must be \(n) targets, found \(targets.count)") }
    func penalty(_ what: String) -> Double {
        let value = input.double(what)
        if value != 0, !penalties.contains(value) { input.fail("\(what) must be 0, or between 1e-9 and 1e9") }
        return value
    }
    let l1 = penalty("l1")
    let l2 = penalty("l2")
    let sweeps = input.int("sweeps", in: 1...largestSweeps)
    if sweeps * n * d > largestWork { input.fail("sweeps * n * d must be at most \(largestWork)") }

    let columns = (0..<d).map { j in spread(points.map { $0[j] }, "feature \(j)", in: input) }
    let (centredTargets, deviation) = spread(targets, "the targets", in: input)
    let size = abs(targets[0])
    let descent = Descent(
        columns: columns.map(\.values), deviations: columns.map(\.deviation), targets: centredTargets,
        scale: deviation > 0 ? deviation : size > 0 ? size : 1, l1: l1, l2: l2)
    // The promise: so many sweeps, in the order of the features or against it, come well within the tolerance.
    for order in [Array(0..<d), Array((0..<d).reversed())] {
        let left = descent.violation(order: order, sweeps: sweeps)
        if !(left <= tolerance / 100) {
            input.fail("coordinate descent must converge in \(sweeps) sweeps: it leaves a violation of \(left)")
        }
    }
}
