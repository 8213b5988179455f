import ChallengeKit

@testable import Submission

// The input ends with the queries' true labels, for the validator. They are not read here.
var input = readInput()
let points = input.matrix("points")
let labels = input.intList("labels")
let maxDepth = input.int("maxDepth")
let queries = input.matrix("queries")

let predictions = measured {
    decisionTree(points: points, labels: labels, maxDepth: maxDepth, queries: queries)
}

var output = Output()
output.list(predictions)
output.finish()
