import ChallengeKit

@testable import Submission

var input = readInput()
let points = input.matrix("the points")
let labels = input.intList("the labels")
let learningRate = input.double("the learning rate")
let iterations = input.int("the number of iterations")

let model = measured {
    logisticRegression(points: points, labels: labels, learningRate: learningRate, iterations: iterations)
}

// Whatever was returned is written with its count, so that the validator can say what is wrong with it.
var output = Output()
output.list(model.weights)
output.write(model.intercept)
output.finish()
