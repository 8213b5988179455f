// Right, but the products of inputs and weights of all steps are kept before they are summed: space t * h * d.
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
    let products = inputs.map { input in
        inputWeights.map { row in zip(row, input).map { $0 * $1 } }
    }
    for terms in products {
        for row in 0..<4 * h {
            let fromHidden = recurrentWeights[row]
            var sum = biases[row]
            for term in terms[row] { sum += term }
            for (column, value) in hidden.enumerated() { sum += fromHidden[column] * value }
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
