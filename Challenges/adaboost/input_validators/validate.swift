import ChallengeKit
import Glibc

/// The statement's limits.
let largestCount = 20_000
let largestWidth = 1000
let largestSize = 1_000_000
let largestRounds = 5000
let largestWork = 100_000_000
let largestMagnitude = 1e9

/// A feature, sorted.
struct Column {
    let order: [Int]
    let values: [Double]

    init(_ column: [Double]) {
        order = column.indices.sorted { column[$0] < column[$1] }
        values = order.map { column[$0] }
    }
}

/// The best stump of a round: the first within 1e-9 of the best so far.
func bestStump(
    _ columns: [Column], _ labels: [Int], _ weights: [Double]
) -> (feature: Int, position: Int, polarity: Int, error: Double)? {
    var changes = weights
    var start = 0.0
    for i in weights.indices where labels[i] < 0 {
        changes[i] = -weights[i]
        start += weights[i]
    }
    var best: (feature: Int, position: Int, polarity: Int, error: Double)?
    var limit = Double.infinity
    for (feature, column) in columns.enumerated() {
        var error = start
        for position in 1..<weights.count {
            error += changes[column.order[position - 1]]
            if column.values[position - 1] == column.values[position] { continue }
            let smaller = min(error, 1 - error)
            if smaller < limit {
                limit = smaller - 1e-9
                best = (feature, position, error < 0.5 ? 1 : -1, smaller)
            }
        }
    }
    return best
}

/// Boosts, and refuses errors so small or so near 1/2 that rounding would matter.
func boost(_ columns: [Column], _ labels: [Int], rounds: Int, _ input: Reader) {
    var weights = [Double](repeating: 1 / Double(labels.count), count: labels.count)
    for _ in 0..<rounds {
        guard let best = bestStump(columns, labels, weights) else { return }
        if best.error < 1e-12 || best.error >= 0.5 - 1e-12 { return }
        guard best.error >= 1e-5 else { input.fail("the best error of a round must be 0, or 1e-5 at least") }
        guard best.error <= 0.5 - 1e-6 else {
            input.fail("the best error of a round must be 1/2, or below it by 1e-6 at least")
        }
        let factor = ((1 - best.error) / best.error).squareRoot()
        let order = columns[best.feature].order
        var total = 0.0
        for (position, i) in order.enumerated() {
            let prediction = position >= best.position ? best.polarity : -best.polarity
            weights[i] *= prediction == labels[i] ? 1 / factor : factor
            total += weights[i]
        }
        for i in weights.indices { weights[i] /= total }
    }
}

validateInput { input in
    let tasks = input.int("the number of tasks", in: 1...500)
    var size = 0
    var work = 0
    for _ in 0..<tasks {
        let points = input.matrix("points")
        let n = points.count
        guard (1...largestCount).contains(n) else {
            input.fail("there must be 1 to \(largestCount) points, found \(n)")
        }
        let d = points[0].count
        guard (1...largestWidth).contains(d) else {
            input.fail("points must have 1 to \(largestWidth) features, found \(d)")
        }
        size += n * d
        guard size <= largestSize else { input.fail("all points must have at most \(largestSize) numbers together") }
        let labels = input.intList("labels")
        guard labels.count == n else { input.fail("there must be \(n) labels, found \(labels.count)") }
        guard labels.allSatisfy({ abs($0) == 1 }) else { input.fail("labels must be -1 or 1") }
        let rounds = input.int("rounds", in: 0...largestRounds)
        work += n * d * rounds
        guard work <= largestWork else { input.fail("n * d * rounds must be at most \(largestWork)") }

        let columns = points[0].indices.map { feature in Column(points.map { $0[feature] }) }
        for column in columns {
            guard column.values.allSatisfy({ abs($0) <= largestMagnitude }) else {
                input.fail("numbers must be from -1e9 to 1e9")
            }
            for (low, high) in zip(column.values, column.values.dropFirst()) where low != high {
                guard high - low >= 1e-9 * max(abs(low), abs(high)), high - low >= 1e-12 else {
                    input.fail("neighbouring values of a feature are too near to each other")
                }
            }
        }
        boost(columns, labels, rounds: rounds, input)
    }
}
