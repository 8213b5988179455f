import ChallengeKit

@testable import Submission

var data = readInput()
let points = data.matrix("points")
let targets = data.doubleList("targets")
let l1 = data.double("l1")
let l2 = data.double("l2")
let sweeps = data.int("sweeps")
data.end()

let model = measured {
    elasticNet(points: points, targets: targets, l1: l1, l2: l2, sweeps: sweeps)
}

var output = Output()
output.list(model.weights)
output.write(model.intercept)
output.finish()
