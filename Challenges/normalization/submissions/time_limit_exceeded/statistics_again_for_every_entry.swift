// Right but too slow: mean and variance are computed anew for every entry, and for every entry that they go back to, n * d times the square of a group.
func normalise(
    inputs: [[Double]], gamma: [Double], beta: [Double], epsilon: Double, overBatch: Bool, isTraining: Bool,
    runningMeans: [Double], runningVariances: [Double], momentum: Double, upstream: [[Double]]
) -> (outputs: [[Double]], gradient: [[Double]], runningMeans: [Double], runningVariances: [Double]) {
    let isFixed = overBatch && !isTraining
    /// The places that share statistics with this one.
    func group(_ i: Int, _ j: Int) -> [(Int, Int)] {
        overBatch ? inputs.indices.map { ($0, j) } : gamma.indices.map { (i, $0) }
    }
    func moments(_ i: Int, _ j: Int) -> (mean: Double, variance: Double) {
        let values = group(i, j).map { inputs[$0.0][$0.1] }
        let mean = values.reduce(0, +) / Double(values.count)
        return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count))
    }
    func statistics(_ i: Int, _ j: Int) -> (mean: Double, variance: Double) {
        isFixed ? (runningMeans[j], runningVariances[j]) : moments(i, j)
    }
    func normalised(_ i: Int, _ j: Int) -> Double {
        let (mean, variance) = statistics(i, j)
        return (inputs[i][j] - mean) / (variance + epsilon).squareRoot()
    }
    let outputs = inputs.indices.map { i in gamma.indices.map { gamma[$0] * normalised(i, $0) + beta[$0] } }
    let gradient = inputs.indices.map { i in
        gamma.indices.map { j in
            let scale = 1 / (statistics(i, j).variance + epsilon).squareRoot()
            if isFixed { return gamma[j] * upstream[i][j] * scale }
            let others = group(i, j)
            var back = 0.0
            var along = 0.0
            for (row, column) in others {
                back += gamma[column] * upstream[row][column] / Double(others.count)
                along += gamma[column] * upstream[row][column] * normalised(row, column) / Double(others.count)
            }
            return scale * (gamma[j] * upstream[i][j] - back - along * normalised(i, j))
        }
    }
    guard overBatch, isTraining, !inputs.isEmpty else { return (outputs, gradient, runningMeans, runningVariances) }
    return (
        outputs, gradient,
        gamma.indices.map { (1 - momentum) * runningMeans[$0] + momentum * moments(0, $0).mean },
        gamma.indices.map { (1 - momentum) * runningVariances[$0] + momentum * moments(0, $0).variance }
    )
}
