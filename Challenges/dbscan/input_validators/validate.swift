import ChallengeKit

/// Whether each pair of points keeps the statement's promise about rounding; returns the broken rule, if any.
func brokenMargin(_ points: [[Double]], _ radius: Double) -> String? {
    let square = radius * radius
    let isExact =
        radius == radius.rounded() && radius <= 1e6
        && points.allSatisfy { $0.allSatisfy { $0 == $0.rounded() && abs($0) <= 0x1p53 } }
    for first in points.indices {
        for second in 0..<first {
            var sum = 0.0
            for (x, z) in zip(points[first], points[second]) { sum += (x - z) * (x - z) }
            // Squares near the subnormal numbers have fewer digits. Equal points are at 0 in any arithmetic.
            if sum < 1e-290, points[first] != points[second] { return "two points are so near that squares underflow" }
            // Integers: a squared distance near the radius's is below 2^53, hence exact; others are clearly apart.
            if isExact || abs(sum - square) >= 1e-9 * square { continue }
            return "a distance is too near to the radius, and not an exact integer"
        }
    }
    return nil
}

validateInput { input in
    let n = input.int("the number of points", in: 0...5000)
    // No point, no column: that is how an empty array is written.
    let d = input.int("the number of coordinates", in: n == 0 ? 0...0 : 1...256)
    guard n * d <= 20_000 else { input.fail("points must have at most 20000 coordinates in all") }
    let points = (0..<n).map { _ in input.doubles(count: d, "a coordinate") }
    let radius = input.double("radius")
    guard radius == 0 || radius >= 1e-140 && radius <= 1e150 else {
        input.fail("the radius must be 0, or from 1e-140 to 1e150")
    }
    _ = input.int("minimumPoints", in: 1...1_000_000_000)
    guard points.allSatisfy({ $0.allSatisfy { abs($0) <= 1e150 } }) else {
        input.fail("coordinates must be from -1e150 to 1e150")
    }
    if let rule = brokenMargin(points, radius) { input.fail(rule) }
}
