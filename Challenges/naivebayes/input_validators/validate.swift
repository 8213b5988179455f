import ChallengeKit
import Glibc

/// A class as it is fitted.
struct FittedClass {
    let constant: Double
    let means: [Double]
    let variances: [Double]
    /// Its points, in the order of the input.
    let members: [[Double]]

    /// The class's points are `members`, of `total` points.
    init(_ members: [[Double]], of total: Int, epsilon: Double) {
        self.members = members
        let d = members[0].count
        var means = [Double](repeating: 0, count: d)
        var variances = means
        for member in members { for j in 0..<d { means[j] += member[j] } }
        for j in 0..<d { means[j] /= Double(members.count) }
        for member in members { for j in 0..<d { variances[j] += (member[j] - means[j]) * (member[j] - means[j]) } }
        for j in 0..<d { variances[j] = variances[j] / Double(members.count) + epsilon }
        self.means = means
        self.variances = variances
        constant = log(Double(members.count) / Double(total)) - 0.5 * variances.reduce(0) { $0 + log(2 * .pi * $1) }
    }

    func joint(_ query: [Double]) -> Double {
        var sum = 0.0
        for j in query.indices { sum += (query[j] - means[j]) * (query[j] - means[j]) / variances[j] }
        return constant - 0.5 * sum
    }

    /// How far rounding may shift the joint log-likelihood of `query`, with `largest` the features' largest magnitudes.
    func doubt(_ query: [Double], _ largest: [Double], relative: Double) -> Double {
        var sum = 0.0
        for j in query.indices {
            let deviation = variances[j].squareRoot()
            let z = abs(query[j] - means[j]) / deviation
            sum += relative * (z * largest[j] / deviation + z * z + 1)
        }
        return sum
    }

    /// Whether both have the same points in the same order, so that whatever is computed for one comes out for the other.
    func isTwin(of other: FittedClass) -> Bool { members == other.members }
}

/// The largest variance of a feature over all points.
func largestVariance(_ points: [[Double]]) -> Double {
    points[0].indices.map { j in
        let mean = points.reduce(0) { $0 + $1[j] } / Double(points.count)
        return points.reduce(0) { $0 + ($1[j] - mean) * ($1[j] - mean) } / Double(points.count)
    }.max()!
}

validateInput { input in
    let points = input.matrix("points")
    let n = points.count
    guard n >= 1, n <= 20_000 else { input.fail("there must be 1 to 20000 points") }
    let d = points[0].count
    guard d >= 1, d <= 1000 else { input.fail("points must have 1 to 1000 features") }
    guard n * d <= 1_000_000 else { input.fail("points must have at most 1000000 numbers in all") }
    let labels = input.intList("labels")
    guard labels.count == n else { input.fail("there must be one label for each point") }
    guard labels.allSatisfy({ (0...1_000_000_000).contains($0) }) else {
        input.fail("labels must be from 0 to 1000000000")
    }
    let q = input.int("the number of queries", in: 0...20_000)
    let columns = input.int("the number of columns of queries", in: 1...1000)
    guard columns == d else { input.fail("queries must have as many columns as points, even when there are none") }
    guard q * d <= 1_000_000 else { input.fail("queries must have at most 1000000 numbers in all") }
    let queries = (0..<q).map { _ in input.doubles(count: d, "a number of queries") }
    let smoothing = input.double("smoothing")
    guard smoothing >= 1e-12, smoothing <= 1 else { input.fail("smoothing must be from 1e-12 to 1") }
    for row in points + queries {
        guard row.allSatisfy({ abs($0) <= 1e9 }) else { input.fail("numbers must be from -1e9 to 1e9") }
    }

    var largest = 1.0
    if points.contains(where: { $0 != points[0] }) {
        largest = largestVariance(points)
        guard largest >= 1e-30 else { input.fail("the largest variance must be at least 1e-30, or all points equal") }
    } else {
        guard points[0].allSatisfy({ $0 == $0.rounded() }) else { input.fail("equal points must be integers") }
    }
    var members: [Int: [[Double]]] = [:]
    for (point, label) in zip(points, labels) { members[label, default: []].append(point) }
    guard members.count * q * d <= 50_000_000 else { input.fail("q*c*d must be at most 50000000") }
    let classes = members.sorted { $0.key < $1.key }.map { FittedClass($0.value, of: n, epsilon: smoothing * largest) }
    let magnitudes = (0..<d).map { j in points.reduce(0) { max($0, abs($1[j])) } }
    for fitted in classes {
        for j in 0..<d where magnitudes[j] > 1e8 * fitted.variances[j].squareRoot() {
            input.fail("a feature is more than 1e8 standard deviations away from 0")
        }
    }
    let relative = 1e-16 * (2 + Double(n).squareRoot())
    for query in queries {
        let joints = classes.map { $0.joint(query) }
        var best = 0
        for k in joints.indices where joints[k] > joints[best] { best = k }
        let doubt = classes[best].doubt(query, magnitudes, relative: relative)
        guard doubt <= 2e-7 else { input.fail("a query's probability cannot be computed to seven digits") }
        for k in joints.indices where k != best && !classes[k].isTwin(of: classes[best]) {
            let other = joints[best] - joints[k] < 50 ? classes[k].doubt(query, magnitudes, relative: relative) : 0
            guard joints[best] - joints[k] >= 1e-4, other <= 4e-7 else {
                input.fail("a query's best classes are neither exactly equal nor clearly apart")
            }
        }
    }
}
