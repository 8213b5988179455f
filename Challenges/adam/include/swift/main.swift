import ChallengeKit

@testable import Submission

var data = readInput()
let start = data.doubleList("start")
let targets = data.doubleList("targets")
let confidences = data.doubleList("confidences")
let smoothness = data.double("smoothness")
let adaptive = data.int("adaptive", in: 0...1) == 1
let learningRate = data.double("learningRate")
let beta1 = data.double("beta1")
let beta2 = data.double("beta2")
let epsilon = data.double("epsilon")
let weightDecay = data.double("weightDecay")
let steps = data.int("steps")
data.end()

let weights = measured {
    optimise(
        start: start, targets: targets, confidences: confidences, smoothness: smoothness, adaptive: adaptive,
        learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay, steps: steps
    )
}

var output = Output()
output.list(weights)
output.finish()
