import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let scores = input.doubleList("scores")
let labels = input.intList("labels")
input.end()

let answer = ChallengeKit.measured { rocCurve(scores: scores, labels: labels) }

var output = ChallengeKit.Output()
output.write(answer.auc)
output.list(answer.fpr)
output.list(answer.tpr)
output.finish()
