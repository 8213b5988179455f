import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let inputs = input.matrix("inputs")
let gamma = input.doubleList("gamma")
let beta = input.doubleList("beta")
let epsilon = input.double("epsilon")
let overBatch = input.int("whether it is over the batch") == 1
let isTraining = input.int("whether it is training") == 1
let runningMeans = input.doubleList("running means")
let runningVariances = input.doubleList("running variances")
let momentum = input.double("momentum")
let upstream = input.matrix("upstream")
input.end()

let answer = ChallengeKit.measured {
    normalise(
        inputs: inputs, gamma: gamma, beta: beta, epsilon: epsilon, overBatch: overBatch, isTraining: isTraining,
        runningMeans: runningMeans, runningVariances: runningVariances, momentum: momentum, upstream: upstream)
}

var output = ChallengeKit.Output()

/// Writes a matrix. Rows of different lengths are announced as rows of length -1, which the validator reports.
func write(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    output.write([rows.count, rows.allSatisfy { $0.count == columns } ? columns : -1])
    for row in rows { output.write(row) }
}

write(answer.outputs)
write(answer.gradient)
output.list(answer.runningMeans)
output.list(answer.runningVariances)
output.finish()
