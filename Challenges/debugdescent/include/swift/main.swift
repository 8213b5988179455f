import ChallengeKit

@testable import Submission

var data = readInput()
let points = data.matrix("points")
let targets = data.doubleList("targets")
let penalty = data.double("penalty")
let rate = data.double("rate")
let steps = data.int("steps")
data.end()

let result = measured {
    descend(points: points, targets: targets, penalty: penalty, rate: rate, steps: steps)
}

var output = Output()
output.list(result.weights)
output.write(result.intercept)
output.list(result.averages)
output.finish()
