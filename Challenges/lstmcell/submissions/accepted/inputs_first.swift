import Glibc

/// The weighted inputs of all steps first, as they wait for nothing; then the steps, each with the recurrent part alone.
func lstm(
    inputs: [[Double]], inputWeights: [[Double]], recurrentWeights: [[Double]], biases: [Double],
    initialHidden: [Double], initialCell: [Double]
) -> (hidden: [[Double]], cell: [Double]) {
    struct Unit {
        var hidden: Double
        var cell: Double
    }
    let h = initialHidden.count
    var sums = inputs.map { input in
        (0..<4 * h).map { row in
            var sum = biases[row]
            for l in input.indices { sum += inputWeights[row][l] * input[l] }
            return sum
        }
    }
    var units = (0..<h).map { Unit(hidden: initialHidden[$0], cell: initialCell[$0]) }
    for step in sums.indices {
        for row in 0..<4 * h {
            var sum = 0.0
            for k in stride(from: h - 1, through: 0, by: -1) { sum += recurrentWeights[row][k] * units[k].hidden }
            sums[step][row] += sum
        }
        for k in 0..<h {
            let z = sums[step]
            units[k].cell = units[k].cell / (1 + exp(-z[h + k])) + tanh(z[2 * h + k]) / (1 + exp(-z[k]))
            units[k].hidden = tanh(units[k].cell) / (1 + exp(-z[3 * h + k]))
            // The step's sums are not needed any more: its hidden state takes their place.
            sums[step][k] = units[k].hidden
        }
        sums[step].removeLast(3 * h)
    }
    return (sums, units.map(\.cell))
}
