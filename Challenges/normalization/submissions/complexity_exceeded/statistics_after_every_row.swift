// Right, but computes the running mean of every beginning of a group anew: time in the size of a group squared.
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
        // Welford's means, each from all values so far.
        let values = places.map { inputs[$0.row][$0.column] }
        var squares = 0.0
        var last = 0.0
        for (index, value) in values.enumerated() {
            let next = values[...index].reduce(0, +) / Double(index + 1)
            squares += (value - last) * (value - next)
            last = next
        }
        let mean = fixed?.mean ?? last
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
            let (mean, variance) = normalise(inputs.indices.map { ($0, j) }, by: fixed)
            means[j] += momentum * (mean - means[j])
            variances[j] += momentum * (variance - variances[j])
        }
    }
    return (outputs, gradient, means, variances)
}
