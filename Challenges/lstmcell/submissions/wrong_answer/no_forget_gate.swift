// Wrong: the old cell state is kept whole.
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
    for input in inputs {
        for row in 0..<4 * h {
            let fromInput = inputWeights[row]
            let fromHidden = recurrentWeights[row]
            var sum = biases[row]
            for (column, value) in input.enumerated() { sum += fromInput[column] * value }
            for (column, value) in hidden.enumerated() { sum += fromHidden[column] * value }
            sums[row] = sum
        }
        for unit in 0..<h {
            let write = sigmoid(sums[unit])
            let candidate = tanh(sums[2 * h + unit])
            let show = sigmoid(sums[3 * h + unit])
            cell[unit] = cell[unit] + write * candidate
            hidden[unit] = show * tanh(cell[unit])
        }
        states.append(hidden)
    }
    return (states, cell)
}

private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
