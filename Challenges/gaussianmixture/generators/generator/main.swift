import ChallengeKit
import Glibc

// generator --family NAME --seed N --n N --k K --d D --iterations T
//
// Families: clusters, far (clusters around 1e6), apart (clusters that are 2e5 apart), fine and coarse (clusters in units of a thousandth and of a thousand), repeated (few different points, so that variances meet their floor), outliers (points
// so far away that all densities underflow), narrow (clusters, and start variances that let most densities underflow),
// dying (two components start so far away that they lose all points, one exactly and one nearly) and silent (a component near some far points has weight 0).
// A draw whose components neither keep nor lose their points, or which amplifies rounding, is thrown away and drawn again.

/// Below the first, a component has certainly lost its points; from the second on it certainly has not.
let lost = 1e-10
let kept = 1e-6

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

let arguments = GeneratorArguments()
let family = arguments.family
let n = max(1, arguments.int("n"))
let k = max(1, arguments.int("k"))
let d = max(1, arguments.int("d"))
let iterations = max(0, arguments.int("iterations"))
let families = [
    "clusters", "far", "apart", "fine", "coarse", "repeated", "outliers", "narrow", "dying", "silent",
]
guard families.contains(family) else {
    arguments.unknownFamily(known: families)
}
var random = Random(seed: arguments.seed)

/// Keeps three decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e3).rounded() / 1e3 }

func vector(_ coordinate: () -> Double) -> [Double] { (0..<d).map { _ in shortened(coordinate()) } }

/// A start and points, which may not do.
func draw(floor: Double) -> Mixture {
    var mixture = Mixture()
    let offset = family == "far" ? 1e6 : 0
    // Far clusters overlap, so that digits lost in densities show in responsibilities.
    let reach = (family == "far" ? 3.0 : 6.0) / Double(d).squareRoot().squareRoot()
    let centres = (0..<k).map { c in
        vector { offset + (family == "apart" ? 2e5 * Double(c) : 0) + random.uniform(-reach, reach) }
    }
    let spreads = (0..<k).map { _ in vector { random.uniform(0.5, 1.5) } }
    if family == "repeated" {
        let distinct = (0..<max(2, min(3 * k, n / 3))).map { index in
            zip(centres[index % k], spreads[index % k]).map { shortened($0 + 0.5 * $1 * random.normal()) }
        }
        mixture.points = (0..<n).map { _ in distinct[random.int(0...distinct.count - 1)] }
    } else {
        mixture.points = (0..<n).map { i in
            // Components of different size, each with a point at least, as far as there are so many.
            let c = i < k ? i : min(random.int(0...k - 1), random.int(0...k - 1))
            return zip(centres[c], spreads[c]).map { shortened($0 + $1 * random.normal()) }
        }
    }
    if family == "outliers" {
        for i in 0..<max(1, n / 20) {
            // Every other one is so far away that no fixed number stands for the smallest logarithm.
            let distance = i % 2 == 0 ? 3e5 : 90.0
            for j in 0..<d { mixture.points[i][j] += random.int(0...1) == 0 ? distance : -distance }
        }
        mixture.points.shuffle(using: &random)
    }
    mixture.means = centres.map { $0.map { shortened($0 + random.normal()) } }
    let narrow = family == "narrow" ? 0.005 : 1.0
    mixture.variances = (0..<k).map { _ in vector { max(floor, narrow * random.uniform(1, 6)) } }
    var sizes = (0..<k).map { _ in random.uniform(0.5, 1.5) }
    if family == "silent" {
        // The component that does not take part is the only one that is near some of the points.
        let silent = random.int(0...k - 1)
        sizes[silent] = 0
        mixture.means[silent][0] += 90
        for i in 0..<max(1, n / 10) { mixture.points[i][0] += 90 }
        mixture.points.shuffle(using: &random)
    }
    let sum = sizes.reduce(0, +)
    mixture.weights = sizes.map { (1e6 * $0 / sum).rounded() / 1e6 }
    if let last = mixture.weights.lastIndex(where: { $0 > 0 }) {
        mixture.weights[last] = 0
        mixture.weights[last] = 1 - mixture.weights.reduce(0, +)
    }
    if family == "dying", k >= 3 {
        // Some 7 to 13 and some 200 standard deviations beyond the rightmost point.
        let right = mixture.points.map { $0[0] }.max()!
        let places = Array(random.permutation(k).prefix(2))
        for (place, distance) in zip(places, [random.uniform(7, 13), 200]) {
            mixture.variances[place] = vector { random.uniform(1, 2) }
            mixture.means[place][0] = shortened(right + distance * mixture.variances[place][0].squareRoot())
        }
    }
    if family == "fine" || family == "coarse" {
        // The product of all variances is then out of range where there are a hundred columns.
        let unit = family == "fine" ? 1e-3 : 1e3
        mixture.points = mixture.points.map { $0.map { unit * $0 } }
        mixture.means = mixture.means.map { $0.map { unit * $0 } }
        mixture.variances = mixture.variances.map { $0.map { unit * unit * $0 } }
    }
    mixture.sizes = (0..<d).map { j in (mixture.points + mixture.means).reduce(0) { max($0, abs($1[j])) } }
    return mixture
}

/// Whether rounding changes little, and no component is between life and death.
func isClear(_ mixture: Mixture, floor: Double) -> Bool {
    var exact = mixture
    var noisy = mixture
    guard let right = exact.fit(rounds: iterations, floor: floor, noise: 0),
        let rough = noisy.fit(rounds: iterations, floor: floor, noise: 4e-15)
    else { return false }
    let margin = 1e-8
    guard abs(rough - right) <= margin * (Double(n * d) + abs(right)) else { return false }
    for c in 0..<k {
        if abs(exact.weights[c] - noisy.weights[c]) > margin { return false }
        for j in 0..<d {
            let variance = exact.variances[c][j]
            if abs(exact.means[c][j] - noisy.means[c][j]) > margin * variance.squareRoot() { return false }
            if abs(noisy.variances[c][j] - variance) > margin * variance { return false }
        }
    }
    return true
}

// The floor is in the units that points are drawn in; that of the family fine is scaled with them.
let drawnFloor = family == "repeated" ? shortened(random.uniform(0.02, 0.06)) : shortened(random.uniform(0.002, 0.02))
let floor = family == "fine" ? 1e-6 * drawnFloor : drawnFloor
var mixture = draw(floor: drawnFloor)
var draws = 1
while !isClear(mixture, floor: floor) {
    guard draws < 1000 else { fatalError("generator: no draw of family \(family) keeps its margin") }
    mixture = draw(floor: drawnFloor)
    draws += 1
}

var writer = Writer()
writer.matrix(mixture.points)
writer.line(k)
writer.line(mixture.weights)
writer.matrix(mixture.means)
writer.matrix(mixture.variances)
writer.line(iterations)
writer.line(floor)
writer.print()
