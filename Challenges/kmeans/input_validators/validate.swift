import ChallengeKit

/// The statement's limits.
let largestCount = 50_000
let largestDimension = 256
let largestIterations = 10_000
let largestWork = 100_000_000
let largestMagnitude = 1e9
let smallestMagnitude = 1e-12

/// Checks the shape and every coordinate of one matrix of the input.
func check(_ rows: [[Double]], _ what: String, in input: Reader) {
    for value in rows.joined() where value != 0 {
        // Squares and their sums then neither overflow nor underflow.
        guard value.magnitude >= smallestMagnitude, value.magnitude <= largestMagnitude else {
            input.fail("\(what): every coordinate is 0 or between 1e-12 and 1e9 in magnitude, found \(value)")
        }
    }
}

validateInput { input in
    let points = input.matrix("points")
    guard (1...largestCount).contains(points.count) else {
        input.fail("there must be 1 to \(largestCount) points, found \(points.count)")
    }
    let dimension = points[0].count
    guard (1...largestDimension).contains(dimension) else {
        input.fail("points must have 1 to \(largestDimension) coordinates, found \(dimension)")
    }
    let centroids = input.matrix("initial centroids")
    guard (1...points.count).contains(centroids.count) else {
        input.fail("there must be at least one centroid and at most one a point, found \(centroids.count)")
    }
    guard centroids[0].count == dimension else {
        input.fail("centroids must have \(dimension) coordinates like the points, found \(centroids[0].count)")
    }
    let iterations = input.int("iterations", in: 0...largestIterations)
    // Each factor is at most 50,000, so the product fits an Int.
    let work = points.count * centroids.count * dimension * (iterations + 1)
    guard work <= largestWork else {
        input.fail("(iterations + 1) * n * k * d must be at most \(largestWork), is \(work)")
    }
    check(points, "points", in: input)
    check(centroids, "initial centroids", in: input)
}
