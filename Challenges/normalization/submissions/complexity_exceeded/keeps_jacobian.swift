// Right, but writes the Jacobian of a group down as a matrix: space n^2 or d^2.
func normalise(
    inputs: [[Double]], gamma: [Double], beta: [Double], epsilon: Double, overBatch: Bool, isTraining: Bool,
    runningMeans: [Double], runningVariances: [Double], momentum: Double, upstream: [[Double]]
) -> (outputs: [[Double]], gradient: [[Double]], runningMeans: [Double], runningVariances: [Double]) {
    var outputs = inputs
    var gradient = inputs
    var means = runningMeans
    var variances = runningVariances

    /// Normalises the values in these places, by their own statistics or by fixed ones.
    func normalise(_ places: [(row: Int, column: Int)], by fixed: (mean: Double, variance: Double)?) -> (Double, Double)
    {
        let count = Double(places.count)
        let sum = places.reduce(0) { $0 + inputs[$1.row][$1.column] }
        let mean = fixed?.mean ?? sum / count
        let squares = places.reduce(0) { $0 + square(inputs[$1.row][$1.column] - mean) }
        let variance = fixed?.variance ?? squares / count
        let scale = 1 / (variance + epsilon).squareRoot()

        for (i, j) in places {
            let normalised = (inputs[i][j] - mean) * scale
            outputs[i][j] = gamma[j] * normalised + beta[j]
        }
        let normalised = places.map { (inputs[$0.row][$0.column] - mean) * scale }
        let jacobian = places.indices.map { row in
            places.indices.map { column in
                (row == column ? 1 : 0) - (fixed == nil ? (1 + normalised[row] * normalised[column]) / count : 0)
            }
        }
        let backs = places.map { gamma[$0.column] * upstream[$0.row][$0.column] }
        for (row, (i, j)) in places.enumerated() {
            gradient[i][j] = scale * zip(jacobian[row], backs).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return (mean, variance)
    }

    if !overBatch {
        for i in inputs.indices { _ = normalise(gamma.indices.map { (i, $0) }, by: nil) }
    } else if !inputs.isEmpty {
        for j in gamma.indices {
            let fixed = isTraining ? nil : (means[j], variances[j])
            let (mean, variance) = normalise(inputs.indices.map { ($0, j) }, by: fixed)
            means[j] += momentum * (mean - means[j])
            variances[j] += momentum * (variance - variances[j])
        }
    }
    return (outputs, gradient, means, variances)
}

private func square(_ value: Double) -> Double { value * value }
