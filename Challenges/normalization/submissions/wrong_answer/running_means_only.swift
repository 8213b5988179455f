// Mistake: updates the running means only.
func normalise(
    inputs: [[Double]], gamma: [Double], beta: [Double], epsilon: Double, overBatch: Bool, isTraining: Bool,
    runningMeans: [Double], runningVariances: [Double], momentum: Double, upstream: [[Double]]
) -> (outputs: [[Double]], gradient: [[Double]], runningMeans: [Double], runningVariances: [Double]) {
    var outputs = inputs
    var gradient = inputs
    var means = runningMeans
    let variances = runningVariances

    /// Normalises the values in these places, by their own statistics or by fixed ones.
    func normalise(_ places: [(row: Int, column: Int)], by fixed: (mean: Double, variance: Double)?) -> (Double, Double)
    {
        let count = Double(places.count)
        let sum = places.reduce(0) { $0 + inputs[$1.row][$1.column] }
        let mean = fixed?.mean ?? sum / count
        let squares = places.reduce(0) { $0 + square(inputs[$1.row][$1.column] - mean) }
        let variance = fixed?.variance ?? squares / count
        let scale = 1 / (variance + epsilon).squareRoot()

        // Means of what comes back to the normalised values, and of its products with them.
        var back = 0.0
        var along = 0.0
        for (i, j) in places {
            let normalised = (inputs[i][j] - mean) * scale
            outputs[i][j] = gamma[j] * normalised + beta[j]
            back += gamma[j] * upstream[i][j] / count
            along += gamma[j] * upstream[i][j] * normalised / count
        }
        for (i, j) in places {
            let own = gamma[j] * upstream[i][j]
            let throughStatistics = back + along * (inputs[i][j] - mean) * scale
            gradient[i][j] = scale * (fixed == nil ? own - throughStatistics : own)
        }
        return (mean, variance)
    }

    if !overBatch {
        for i in inputs.indices { _ = normalise(gamma.indices.map { (i, $0) }, by: nil) }
    } else if !inputs.isEmpty {
        for j in gamma.indices {
            let fixed = isTraining ? nil : (means[j], variances[j])
            let (mean, _) = normalise(inputs.indices.map { ($0, j) }, by: fixed)
            means[j] += momentum * (mean - means[j])
        }
    }
    return (outputs, gradient, means, variances)
}

private func square(_ value: Double) -> Double { value * value }
