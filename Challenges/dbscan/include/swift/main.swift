import ChallengeKit

@testable import Submission

var input = readInput()
let points = input.matrix("points")
let radius = input.double("radius")
let minimumPoints = input.int("minimumPoints")
input.end()

let labels = measured {
    dbscan(points: points, radius: radius, minimumPoints: minimumPoints)
}

// The count goes first, so that a wrong number of labels reaches the validator as such.
var output = Output()
output.list(labels)
output.finish()
