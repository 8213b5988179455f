// Wrong: cell states first; then each unit's hidden state changes while the output gates of the next units still read it.
import Glibc

func lstm(
    inputs: [[Double]], inputWeights: [[Double]], recurrentWeights: [[Double]], biases: [Double],
    initialHidden: [Double], initialCell: [Double]
) -> (hidden: [[Double]], cell: [Double]) {
    let h = initialHidden.count
    var hidden = initialHidden
    var cell = initialCell
    var states: [[Double]] = []
    for input in inputs {
        func sum(_ row: Int) -> Double {
            var sum = biases[row]
            for (column, value) in input.enumerated() { sum += inputWeights[row][column] * value }
            for (column, value) in hidden.enumerated() { sum += recurrentWeights[row][column] * value }
            return sum
        }
        for unit in 0..<h {
            let write = sigmoid(sum(unit))
            let keep = sigmoid(sum(h + unit))
            let candidate = tanh(sum(2 * h + unit))
            cell[unit] = keep * cell[unit] + write * candidate
        }
        for unit in 0..<h {
            let show = sigmoid(sum(3 * h + unit))
            hidden[unit] = show * tanh(cell[unit])
        }
        states.append(hidden)
    }
    return (states, cell)
}

private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
