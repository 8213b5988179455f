// Right, but both states of a step ask for both of the step before, and nothing is kept: time 2^t.
import Glibc

func lstm(
    inputs: [[Double]], inputWeights: [[Double]], recurrentWeights: [[Double]], biases: [Double],
    initialHidden: [Double], initialCell: [Double]
) -> (hidden: [[Double]], cell: [Double]) {
    let h = initialHidden.count

    func sums(_ step: Int) -> [Double] {
        let before = hidden(step - 1)
        return (0..<4 * h).map { row in
            biases[row] + dot(inputWeights[row], inputs[step]) + dot(recurrentWeights[row], before)
        }
    }
    func cell(_ step: Int) -> [Double] {
        if step < 0 { return initialCell }
        let sums = sums(step)
        let before = cell(step - 1)
        return (0..<h).map { sigmoid(sums[h + $0]) * before[$0] + sigmoid(sums[$0]) * tanh(sums[2 * h + $0]) }
    }
    func hidden(_ step: Int) -> [Double] {
        if step < 0 { return initialHidden }
        let sums = sums(step)
        let cell = cell(step)
        return (0..<h).map { sigmoid(sums[3 * h + $0]) * tanh(cell[$0]) }
    }

    return (inputs.indices.map { hidden($0) }, cell(inputs.count - 1))
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}

private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
