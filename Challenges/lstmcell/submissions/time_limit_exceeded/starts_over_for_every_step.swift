// Right, but each hidden state is computed from the start of the sequence: time t^2 * h * (d + h).
import Glibc

func lstm(
    inputs: [[Double]], inputWeights: [[Double]], recurrentWeights: [[Double]], biases: [Double],
    initialHidden: [Double], initialCell: [Double]
) -> (hidden: [[Double]], cell: [Double]) {
    var states: [[Double]] = []
    for count in inputs.indices {
        states.append(run(inputs[...count], inputWeights, recurrentWeights, biases, initialHidden, initialCell).hidden)
    }
    return (states, run(inputs[...], inputWeights, recurrentWeights, biases, initialHidden, initialCell).cell)
}

/// Both states after the last of `inputs`.
private func run(
    _ inputs: ArraySlice<[Double]>, _ inputWeights: [[Double]], _ recurrentWeights: [[Double]], _ biases: [Double],
    _ initialHidden: [Double], _ initialCell: [Double]
) -> (hidden: [Double], cell: [Double]) {
    let h = initialHidden.count
    var hidden = initialHidden
    var cell = initialCell
    var sums = biases
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
            let keep = sigmoid(sums[h + unit])
            let candidate = tanh(sums[2 * h + unit])
            let show = sigmoid(sums[3 * h + unit])
            cell[unit] = keep * cell[unit] + write * candidate
            hidden[unit] = show * tanh(cell[unit])
        }
    }
    return (hidden, cell)
}

private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
