import ChallengeKit

@testable import Submission

var input = readInput()
let points = input.matrix("points")
let labels = input.intList("labels")
let queries = input.matrix("queries")
let k = input.int("k")
input.end()

let predictions = measured {
    kNearestNeighbors(points: points, labels: labels, queries: queries, k: k)
}

// The count goes first, so that a wrong number of labels reaches the validator as such.
var output = Output()
output.list(predictions)
output.finish()
