/// Mean and variance in one pass (Welford), flat arrays, and the gradient through mean and variance step by step.
func normalise(
    inputs: [[Double]], gamma: [Double], beta: [Double], epsilon: Double, overBatch: Bool, isTraining: Bool,
    runningMeans: [Double], runningVariances: [Double], momentum: Double, upstream: [[Double]]
) -> (outputs: [[Double]], gradient: [[Double]], runningMeans: [Double], runningVariances: [Double]) {
    let (n, d) = (inputs.count, gamma.count)
    let x = inputs.flatMap { $0 }
    let dy = upstream.flatMap { $0 }
    var y = x
    var dx = x
    var newMeans = runningMeans
    var newVariances = runningVariances

    let groupCount = overBatch ? (n > 0 ? d : 0) : n
    let size = overBatch ? n : d
    let step = overBatch ? d : 1
    for group in 0..<groupCount {
        let start = overBatch ? group : group * d
        let places = stride(from: start, to: start + size * step, by: step)

        var mean = runningMeans[overBatch ? group : 0]
        var variance = runningVariances[overBatch ? group : 0]
        let isFixed = overBatch && !isTraining
        if !isFixed {
            (mean, variance) = moments(x, places)
            if overBatch {
                newMeans[group] = (1 - momentum) * runningMeans[group] + momentum * mean
                newVariances[group] = (1 - momentum) * runningVariances[group] + momentum * variance
            }
        }

        let shifted = variance + epsilon
        let inverse = 1 / shifted.squareRoot()
        var byVariance = 0.0
        var byMean = 0.0
        for place in places {
            let own = dy[place] * gamma[place % d]
            y[place] = (x[place] - mean) * inverse * gamma[place % d] + beta[place % d]
            dx[place] = own * inverse
            byVariance -= own * (x[place] - mean) * inverse / shifted / 2
            byMean -= own * inverse
        }
        if isFixed { continue }
        for place in places { dx[place] += (byVariance * 2 * (x[place] - mean) + byMean) / Double(size) }
    }
    func rows(_ flat: [Double]) -> [[Double]] { (0..<n).map { Array(flat[$0 * d..<($0 + 1) * d]) } }
    return (rows(y), rows(dx), newMeans, newVariances)
}

private func moments(_ values: [Double], _ places: StrideTo<Int>) -> (mean: Double, variance: Double) {
    var (count, mean, squares) = (0.0, 0.0, 0.0)
    for place in places {
        count += 1
        let before = values[place] - mean
        mean += before / count
        squares += before * (values[place] - mean)
    }
    return (mean, squares / count)
}
