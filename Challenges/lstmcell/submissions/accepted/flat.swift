import Glibc

/// Input and hidden state side by side in one vector, and all weights in one flat array, a row of d + h and a bias for each gate of each
/// unit.
func lstm(
    inputs: [[Double]], inputWeights: [[Double]], recurrentWeights: [[Double]], biases: [Double],
    initialHidden: [Double], initialCell: [Double]
) -> (hidden: [[Double]], cell: [Double]) {
    let h = initialHidden.count
    let d = inputWeights[0].count
    let width = d + h + 1
    var weights: [Double] = []
    weights.reserveCapacity(4 * h * width)
    for row in 0..<4 * h {
        weights += inputWeights[row]
        weights += recurrentWeights[row]
        weights.append(biases[row])
    }

    var read = [Double](repeating: 1, count: width)
    var cell = initialCell
    read.replaceSubrange(d..<d + h, with: initialHidden)
    var next = initialHidden
    var states: [[Double]] = []
    states.reserveCapacity(inputs.count)
    for input in inputs {
        for l in 0..<d { read[l] = input[l] }
        for k in 0..<h {
            func sum(_ block: Int) -> Double {
                let start = (block * h + k) * width
                var sum = 0.0
                for l in 0..<width { sum += weights[start + l] * read[l] }
                return sum
            }
            cell[k] = sigmoid(sum(1)) * cell[k] + sigmoid(sum(0)) * tanh(sum(2))
            next[k] = sigmoid(sum(3)) * tanh(cell[k])
        }
        for k in 0..<h { read[d + k] = next[k] }
        states.append(next)
    }
    return (states, cell)
}

/// With a power of e that is at most 1.
private func sigmoid(_ z: Double) -> Double {
    if z >= 0 { return 1 / (1 + exp(-z)) }
    let power = exp(z)
    return power / (1 + power)
}
