import ChallengeKit

/// Coordinates are multiples of 1/64 of at most a million, so that every sum or mean of two of them is exact.
func checkCoordinates(_ rows: [[Double]], of name: String, in input: Reader) {
    for row in rows {
        for value in row {
            guard abs(value) <= 1_000_000 else { input.fail("a coordinate of \(name) is beyond 1000000 in size") }
            guard (value * 64).rounded() == value * 64 else {
                input.fail("a coordinate of \(name) is no multiple of 1/64")
            }
        }
    }
}

func checkLabels(_ labels: [Int], of name: String, in input: Reader) {
    guard labels.allSatisfy({ (0...9).contains($0) }) else { input.fail("\(name) must be from 0 to 9") }
}

validateInput { input in
    let points = input.matrix("points")
    guard (1...100_000).contains(points.count) else { input.fail("there must be 1 to 100000 points") }
    let dimensions = points[0].count
    guard (1...256).contains(dimensions) else { input.fail("points must have 1 to 256 coordinates") }
    guard points.count * dimensions <= 2_000_000 else { input.fail("n*d must be at most 2000000") }
    checkCoordinates(points, of: "points", in: input)

    let labels = input.intList("labels")
    guard labels.count == points.count else {
        input.fail("there are \(labels.count) labels for \(points.count) points")
    }
    checkLabels(labels, of: "labels", in: input)

    _ = input.int("maxDepth", in: 0...64)

    let queries = input.matrix("queries")
    guard (1...100_000).contains(queries.count) else { input.fail("there must be 1 to 100000 queries") }
    guard queries[0].count == dimensions else {
        input.fail("queries have \(queries[0].count) coordinates, points have \(dimensions)")
    }
    guard queries.count * dimensions <= 2_000_000 else { input.fail("q*d must be at most 2000000") }
    checkCoordinates(queries, of: "queries", in: input)

    let truth = input.intList("true labels")
    guard truth.isEmpty || truth.count == queries.count else {
        input.fail("there must be no true labels, or one for each query")
    }
    checkLabels(truth, of: "true labels", in: input)
}
