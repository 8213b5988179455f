import ChallengeKit

/// The statement's limits.
let largestCount = 20_000
let largestWidth = 300
let largestSize = 1_000_000
let largestWork = 200_000_000
let magnitudes = 1e-6...1e6
let largestQuotient = 1e8

validateInput { input in
    let points = input.matrix("points")
    let n = points.count
    guard (1...largestCount).contains(n) else { input.fail("there must be 1 to \(largestCount) points, not \(n)") }
    let d = points[0].count
    guard (1...largestWidth).contains(d) else { input.fail("there must be 1 to \(largestWidth) columns, not \(d)") }
    guard n * d <= largestSize else { input.fail("n * d must be at most \(largestSize), not \(n * d)") }
    guard n * d * d <= largestWork else { input.fail("n * d^2 must be at most \(largestWork), not \(n * d * d)") }
    let k = input.int("k")
    guard (1...min(n, d)).contains(k) else { input.fail("k must be between 1 and min(n, d), not \(k)") }

    for value in points.joined() where value != 0 && !magnitudes.contains(abs(value)) {
        input.fail("numbers must be 0, or between 1e-6 and 1e6 in magnitude, not \(value)")
    }
    if points.allSatisfy({ $0 == points[0] }) { return }
    var total = 0.0
    for column in 0..<d {
        let mean = points.reduce(0) { $0 + $1[column] } / Double(n)
        total += points.reduce(0) { $0 + ($1[column] - mean) * ($1[column] - mean) } / Double(n)
    }
    let longest = points.reduce(0) { max($0, $1.reduce(0) { $0 + $1 * $1 }) }.squareRoot()
    guard Double(n) * longest <= largestQuotient * total.squareRoot() else {
        input.fail("points must not be so far from 0, for how they vary: n times the longest is above 1e8 deviations")
    }
}
