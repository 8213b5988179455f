import ChallengeKit

/// Checks the statement's promise about equal distances for one query; returns the broken rule, if any.
///
/// Only the border between the k-th and the next neighbour decides who votes, so only there a margin is needed.
func brokenMargin(points: [[Double]], query: [Double], k: Int) -> String? {
    guard k < points.count else { return nil }
    var exact = query.allSatisfy { $0 == $0.rounded() }
    var distances: [Double] = []
    distances.reserveCapacity(points.count)
    for point in points {
        var sum = 0.0
        for (x, y) in zip(point, query) {
            sum += (x - y) * (x - y)
            // Integers up to 2^53 subtract without rounding; the sum is checked below.
            exact = exact && x == x.rounded() && abs(x) <= 0x1p53 && abs(y) <= 0x1p53
        }
        distances.append(sum)
    }
    // Far below 2^53: sums of integers are exact in any order, and different sums have different roots.
    if exact, distances.max()! <= 1e12 { return nil }
    distances.sort()
    let inside = distances[k - 1]
    let outside = distances[k]
    // The lower bound keeps squares away from the subnormal numbers, which have fewer digits.
    if outside - inside >= 1e-9 * outside, outside >= 1e-290 { return nil }
    return "a query's k-th and next distance are too near to each other, and not exact integers"
}

validateInput { input in
    let points = input.matrix("points")
    let n = points.count
    guard n >= 1, n <= 20_000 else { input.fail("there must be 1 to 20000 points") }
    let d = points[0].count
    guard d >= 1, d <= 1000 else { input.fail("points must have 1 to 1000 coordinates") }
    guard n * d <= 1_000_000 else { input.fail("points must have at most 1000000 coordinates in all") }
    let labels = input.intList("labels")
    guard labels.count == n else { input.fail("there must be one label for each point") }
    guard labels.allSatisfy({ (0...1_000_000_000).contains($0) }) else {
        input.fail("labels must be from 0 to 1000000000")
    }
    let q = input.int("the number of queries", in: 0...5000)
    let columns = input.int("the number of columns of queries", in: 1...1000)
    guard columns == d else { input.fail("queries must have as many columns as points, even when there are none") }
    guard q * d <= 1_000_000 else { input.fail("queries must have at most 1000000 coordinates in all") }
    let queries = (0..<q).map { _ in input.doubles(count: d, "a number of queries") }
    let k = input.int("k", in: 1...n)

    for row in points + queries {
        guard row.allSatisfy({ abs($0) <= 1e150 }) else { input.fail("coordinates must be from -1e150 to 1e150") }
    }
    for query in queries {
        if let rule = brokenMargin(points: points, query: query, k: k) { input.fail(rule) }
    }
}
