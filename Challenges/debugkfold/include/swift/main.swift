import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let targets = input.doubleList("targets")
let weights = input.doubleList("weights")
let folds = input.int("folds")
let gap = input.int("gap")
input.end()

let answer = ChallengeKit.measured { crossValidate(targets: targets, weights: weights, folds: folds, gap: gap) }

var output = ChallengeKit.Output()
output.list(answer.scores)
output.write(answer.mean)
output.finish()
