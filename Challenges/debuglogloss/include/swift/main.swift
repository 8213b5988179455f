import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let logits = input.matrix("logits")
let labels = input.intList("labels")
input.end()

let answer = ChallengeKit.measured { logLoss(logits: logits, labels: labels) }

var output = ChallengeKit.Output()
output.write(answer.loss)
// Rows of different lengths are announced as rows of length -1, which the validator reports.
let columns = answer.gradient.first?.count ?? 0
output.write([answer.gradient.count, answer.gradient.allSatisfy { $0.count == columns } ? columns : -1])
for row in answer.gradient { output.write(row) }
output.finish()
