// Right, but the products of hidden states and recurrent weights are kept of all steps, as if for a way back: space t * h^2.
import Glibc

func lstm(
    inputs: [[Double]], inputWeights: [[Double]], recurrentWeights: [[Double]], biases: [Double],
    initialHidden: [Double], initialCell: [Double]
) -> (hidden: [[Double]], cell: [Double]) {
    let h = initialHidden.count
    var hidden = initialHidden
    var cell = initialCell
    var sums = biases
    var states: [[Double]] = []
    var tape: [[[Double]]] = []
    for input in inputs {
        tape.append(recurrentWeights.map { row in zip(row, hidden).map { $0 * $1 } })
        for row in 0..<4 * h {
            let fromInput = inputWeights[row]
            var sum = biases[row]
            for (column, value) in input.enumerated() { sum += fromInput[column] * value }
            for term in tape[tape.count - 1][row] { sum += term }
            sums[row] = sum
        }
        for unit in 0..<h {
            let write = sigmoid(sums[unit])
            let keep = sigmoid(sums[h + unit])
            let candidate = tanh(sums[2 * h + unit])
            let show = sigmoid(sums[3 * h + unit])
            cell[unit] = keep * cell[unit] + write * candidate
            hidden[unit] = show * tanh(cell[unit])
        }
        states.append(hidden)
    }
    return (states, cell)
}

private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
