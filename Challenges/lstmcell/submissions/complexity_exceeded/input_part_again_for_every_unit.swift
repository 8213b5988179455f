// Right, but the weighted inputs of a gate are computed for all units anew for every unit: time t * h^2 * d.
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
        let recurrent = product(recurrentWeights[...], hidden)
        for unit in 0..<h {
            func sum(_ block: Int) -> Double {
                let weighted = product(inputWeights[block * h..<(block + 1) * h], input)
                return biases[block * h + unit] + weighted[unit] + recurrent[block * h + unit]
            }
            cell[unit] = sigmoid(sum(1)) * cell[unit] + sigmoid(sum(0)) * tanh(sum(2))
            hidden[unit] = sigmoid(sum(3)) * tanh(cell[unit])
        }
        states.append(hidden)
    }
    return (states, cell)
}

/// A matrix times a vector.
private func product(_ rows: ArraySlice<[Double]>, _ vector: [Double]) -> [Double] {
    rows.map { row in
        var sum = 0.0
        for column in vector.indices { sum += row[column] * vector[column] }
        return sum
    }
}

private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
