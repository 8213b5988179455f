import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let matrix = input.matrix("the matrix")
let k = input.int("k")
input.end()

let answer = ChallengeKit.measured { leadingEigenpairs(matrix: matrix, k: k) }

var output = ChallengeKit.Output()
output.list(answer.values)
output.matrix(answer.vectors)
output.finish()
