import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let points = input.matrix("points")
let targets = input.doubleList("targets")
input.end()

let answer = ChallengeKit.measured { linearRegression(points: points, targets: targets) }

var output = ChallengeKit.Output()
output.list(answer.weights)
output.write(answer.intercept)
output.finish()
