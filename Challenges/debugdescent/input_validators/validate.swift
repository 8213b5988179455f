import ChallengeKit

/// The statement's limits.
let largestCount = 10_000
let largestFeatures = 1_000
let largestSteps = 200_000
let largestWork = 10_000_000
let largestMagnitude = 1e6
let smallestMagnitude = 1e-6

validateInput { input in
    let points = input.matrix("points")
    guard (1...largestCount).contains(points.count) else { input.fail("there must be 1 to \(largestCount) points") }
    let d = points[0].count
    guard (1...largestFeatures).contains(d) else { input.fail("there must be 1 to \(largestFeatures) features") }
    let targets = input.doubleList("targets")
    guard targets.count == points.count else { input.fail("there must be as many targets as points") }
    var square = 0.0
    for values in points + [targets] {
        for value in values where value != 0 {
            guard abs(value) >= smallestMagnitude, abs(value) <= largestMagnitude else {
                input.fail("points and targets must be 0, or between 1e-6 and 1e6 in magnitude")
            }
        }
    }
    for value in points.joined() { square += value * value / Double(points.count) }
    let penalty = input.double("penalty")
    guard penalty == 0 || penalty >= 1e-6 && penalty <= 1000 else { input.fail("penalty must be 0, or 1e-6 to 1000") }
    let rate = input.double("rate")
    guard rate >= 1e-12 else { input.fail("rate must be at least 1e-12") }
    // Then no step overshoots, and rounding errors fade: the largest curvature is at most that sum.
    guard rate * (1 + penalty + square) <= 1 else { input.fail("rate * (1 + penalty + mean square) must be at most 1") }
    let steps = input.int("steps", in: 0...largestSteps)
    guard steps * points.count * d <= largestWork else { input.fail("steps * n * d must be at most \(largestWork)") }
}
