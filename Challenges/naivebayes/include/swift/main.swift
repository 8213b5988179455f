import ChallengeKit

@testable import Submission

var input = readInput()
let points = input.matrix("points")
let labels = input.intList("labels")
let queries = input.matrix("queries")
let smoothing = input.double("smoothing")
input.end()

let result = measured {
    gaussianNaiveBayes(points: points, labels: labels, queries: queries, smoothing: smoothing)
}

// Counts go first, so that a wrong number of labels reaches the validator as such.
var output = Output()
output.list(result.labels)
output.list(result.logPosteriors)
output.finish()
