import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let points = input.matrix("points")
let k = input.int("k")
input.end()

let answer = ChallengeKit.measured { pca(points: points, k: k) }

var output = ChallengeKit.Output()
output.list(answer.mean)
output.matrix(answer.components)
output.list(answer.variances)
output.matrix(answer.projected)
output.finish()
