/// Layer and batch each with loops of their own; the statistics of all features are gathered row by row.
func normalise(
    inputs: [[Double]], gamma: [Double], beta: [Double], epsilon: Double, overBatch: Bool, isTraining: Bool,
    runningMeans: [Double], runningVariances: [Double], momentum: Double, upstream: [[Double]]
) -> (outputs: [[Double]], gradient: [[Double]], runningMeans: [Double], runningVariances: [Double]) {
    if inputs.isEmpty { return ([], [], runningMeans, runningVariances) }
    if !overBatch {
        let (outputs, gradient) = layer(inputs, gamma, beta, epsilon, upstream)
        return (outputs, gradient, runningMeans, runningVariances)
    }
    let n = Double(inputs.count)
    let d = gamma.count
    guard isTraining else {
        let scales = (0..<d).map { gamma[$0] / (runningVariances[$0] + epsilon).squareRoot() }
        let outputs = inputs.map { row in (0..<d).map { (row[$0] - runningMeans[$0]) * scales[$0] + beta[$0] } }
        let gradient = upstream.map { row in (0..<d).map { row[$0] * scales[$0] } }
        return (outputs, gradient, runningMeans, runningVariances)
    }

    let zeros = [Double](repeating: 0, count: d)
    var means = zeros
    for row in inputs { for j in 0..<d { means[j] += row[j] / n } }
    var variances = zeros
    for row in inputs { for j in 0..<d { variances[j] += (row[j] - means[j]) * (row[j] - means[j]) / n } }
    let scales = variances.map { 1 / ($0 + epsilon).squareRoot() }

    var backs = zeros
    var alongs = zeros
    for (row, back) in zip(inputs, upstream) {
        for j in 0..<d {
            backs[j] += gamma[j] * back[j] / n
            alongs[j] += gamma[j] * back[j] * (row[j] - means[j]) * scales[j] / n
        }
    }
    var outputs: [[Double]] = []
    var gradient: [[Double]] = []
    for (row, back) in zip(inputs, upstream) {
        let normalised = (0..<d).map { (row[$0] - means[$0]) * scales[$0] }
        outputs.append((0..<d).map { gamma[$0] * normalised[$0] + beta[$0] })
        gradient.append(
            (0..<d).map { j in
                let own = gamma[j] * back[j]
                return scales[j] * (own - backs[j] - normalised[j] * alongs[j])
            })
    }
    func mix(_ old: [Double], _ new: [Double]) -> [Double] {
        (0..<d).map { (1 - momentum) * old[$0] + momentum * new[$0] }
    }
    return (outputs, gradient, mix(runningMeans, means), mix(runningVariances, variances))
}

private func layer(
    _ inputs: [[Double]], _ gamma: [Double], _ beta: [Double], _ epsilon: Double, _ upstream: [[Double]]
) -> ([[Double]], [[Double]]) {
    let d = Double(gamma.count)
    var outputs: [[Double]] = []
    var gradient: [[Double]] = []
    for (row, back) in zip(inputs, upstream) {
        let mean = row.reduce(0, +) / d
        let variance = row.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / d
        let deviation = (variance + epsilon).squareRoot()
        let normalised = row.map { ($0 - mean) / deviation }
        let backs = zip(gamma, back).map { $0 * $1 }
        let backMean = backs.reduce(0, +) / d
        let along = zip(backs, normalised).map { $0 * $1 }.reduce(0, +) / d
        outputs.append(gamma.indices.map { gamma[$0] * normalised[$0] + beta[$0] })
        gradient.append(gamma.indices.map { (backs[$0] - backMean - normalised[$0] * along) / deviation })
    }
    return (outputs, gradient)
}
