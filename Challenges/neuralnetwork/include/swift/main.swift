import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let points = input.matrix("points")
let labels = input.intList("labels")
let hiddenWeights = input.matrix("hidden weights")
let hiddenBiases = input.doubleList("hidden biases")
let outputWeights = input.matrix("output weights")
let outputBiases = input.doubleList("output biases")
let usesTanh = input.int("whether the hidden layer applies tanh") == 1
let penalty = input.double("the penalty")
input.end()

let answer = ChallengeKit.measured {
    lossAndGradients(
        points: points, labels: labels, hiddenWeights: hiddenWeights, hiddenBiases: hiddenBiases,
        outputWeights: outputWeights, outputBiases: outputBiases, usesTanh: usesTanh, penalty: penalty)
}

var output = ChallengeKit.Output()

/// Writes a matrix. Rows of different lengths are announced as rows of length -1, which the validator reports.
func write(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    output.write([rows.count, rows.allSatisfy { $0.count == columns } ? columns : -1])
    for row in rows { output.write(row) }
}

output.write(answer.loss)
write(answer.hiddenWeights)
output.list(answer.hiddenBiases)
write(answer.outputWeights)
output.list(answer.outputBiases)
output.finish()
