import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let inputs = input.matrix("inputs")
let inputWeights = input.matrix("input weights")
let recurrentWeights = input.matrix("recurrent weights")
let biases = input.doubleList("biases")
let initialHidden = input.doubleList("the initial hidden state")
let initialCell = input.doubleList("the initial cell state")
input.end()

let answer = ChallengeKit.measured {
    lstm(
        inputs: inputs, inputWeights: inputWeights, recurrentWeights: recurrentWeights, biases: biases,
        initialHidden: initialHidden, initialCell: initialCell)
}

// Rows of different lengths are announced as rows of length -1, which the validator reports.
let columns = answer.hidden.first?.count ?? 0
let isMatrix = answer.hidden.allSatisfy { $0.count == columns }
var output = ChallengeKit.Output()
output.write([answer.hidden.count, isMatrix ? columns : -1])
for row in answer.hidden { output.write(row) }
output.list(answer.cell)
output.finish()
