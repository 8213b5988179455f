/// The sweep operator of the statistics packages: the correlation matrix, bordered by the targets, is inverted in
/// place, one feature after the other; what stands in the border at the end are the weights.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let n = points.count
    let d = points[0].count
    let size = d + 1

    // Means and co-moments in one pass (Welford), so that no large sums are subtracted from each other.
    var means = [Double](repeating: 0, count: size)
    var moments = [Double](repeating: 0, count: size * size)
    var before = [Double](repeating: 0, count: size)
    for (index, point) in points.enumerated() {
        for j in 0..<size {
            before[j] = (j < d ? point[j] : targets[index]) - means[j]
            means[j] += before[j] / Double(index + 1)
        }
        let shrink = Double(index) / Double(index + 1)
        for j in 0..<size {
            let part = before[j] * shrink
            for k in j..<size { moments[j * size + k] += part * before[k] }
        }
    }

    var scales = [Double](repeating: 0, count: size)
    for j in 0..<size {
        let square = moments[j * size + j]
        scales[j] = square > 1e-24 * means[j] * means[j] * Double(n) ? 1 / square.squareRoot() : 0
    }
    scales[d] = 1
    for j in 0..<size {
        for k in j..<size {
            moments[j * size + k] *= scales[j] * scales[k]
            moments[k * size + j] = moments[j * size + k]
        }
    }

    var isIn = [Bool](repeating: false, count: d)
    for _ in 0..<d {
        // The feature that the ones already in explain least.
        var pivot = -1
        for j in 0..<d where !isIn[j] && (pivot < 0 || moments[j * size + j] > moments[pivot * size + pivot]) {
            pivot = j
        }
        let value = moments[pivot * size + pivot]
        if value < 1e-13 { break }
        isIn[pivot] = true
        for row in 0..<size where row != pivot {
            let factor = moments[row * size + pivot] / value
            for column in 0..<size where column != pivot {
                moments[row * size + column] -= factor * moments[pivot * size + column]
            }
            moments[row * size + pivot] = -factor
        }
        for column in 0..<size where column != pivot { moments[pivot * size + column] /= value }
        moments[pivot * size + pivot] = 1 / value
    }

    let weights = (0..<d).map { isIn[$0] ? moments[$0 * size + d] * scales[$0] : 0 }
    let intercept = (0..<d).reduce(means[d]) { $0 - weights[$1] * means[$1] }
    return (weights, intercept)
}
