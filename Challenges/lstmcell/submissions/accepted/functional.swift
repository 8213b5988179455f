import Glibc

/// One step as a function from both states to the next ones.
func lstm(
    inputs: [[Double]], inputWeights: [[Double]], recurrentWeights: [[Double]], biases: [Double],
    initialHidden: [Double], initialCell: [Double]
) -> (hidden: [[Double]], cell: [Double]) {
    let h = initialHidden.count
    func step(_ input: [Double], _ hidden: [Double], _ cell: [Double]) -> (hidden: [Double], cell: [Double]) {
        let sums = zip(inputWeights, recurrentWeights).map { dot($0, input) + dot($1, hidden) }
        let gates = zip(sums, biases).enumerated().map { row, terms in
            row / h == 2 ? tanh(terms.0 + terms.1) : sigmoid(terms.0 + terms.1)
        }
        let next = cell.enumerated().map { unit, old in gates[h + unit] * old + gates[unit] * gates[2 * h + unit] }
        return (zip(gates[(3 * h)...], next).map { $0 * tanh($1) }, next)
    }
    var state = (hidden: initialHidden, cell: initialCell)
    let states = inputs.map { input in
        state = step(input, state.hidden, state.cell)
        return state.hidden
    }
    return (states, state.cell)
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}

/// By tanh, which is never infinite.
private func sigmoid(_ z: Double) -> Double { 0.5 + 0.5 * tanh(z / 2) }
