import ChallengeKit
@testable import Submission

var input = readInput()
let points = input.matrix("points")
let initialCentroids = input.matrix("initial centroids")
let iterations = input.int("iterations", in: 0...Int.max)
input.end()

let (centroids, labels) = measured {
    kMeans(points: points, initialCentroids: initialCentroids, iterations: iterations)
}

var output = Output()
let columns = centroids.first?.count ?? 0
if centroids.allSatisfy({ $0.count == columns }) {
    output.matrix(centroids)
} else {
    // Rows of different lengths must not pass for a matrix by chance: -1 columns tell the validator.
    output.write([centroids.count, -1])
    for row in centroids { output.list(row) }
}
output.list(labels)
output.finish()
