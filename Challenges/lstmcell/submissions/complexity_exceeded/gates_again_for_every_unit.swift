// Right, but the sums of all gates are computed anew for every unit: time t * h^2 * (d + h).
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
        let before = hidden
        for unit in 0..<h {
            let sums = (0..<4 * h).map { row in
                var sum = biases[row]
                for (column, value) in input.enumerated() { sum += inputWeights[row][column] * value }
                for (column, value) in before.enumerated() { sum += recurrentWeights[row][column] * value }
                return sum
            }
            cell[unit] = sigmoid(sums[h + unit]) * cell[unit] + sigmoid(sums[unit]) * tanh(sums[2 * h + unit])
            hidden[unit] = sigmoid(sums[3 * h + unit]) * tanh(cell[unit])
        }
        states.append(hidden)
    }
    return (states, cell)
}

private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
