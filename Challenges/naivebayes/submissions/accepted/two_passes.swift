import Glibc

/// The plain reference: means in one pass, squared deviations from them in a second, then the logarithm of prior times
/// density for each query and class.
///
/// Time n*d + q*c*d, space n + c*d + q.
func gaussianNaiveBayes(
    points: [[Double]], labels: [Int], queries: [[Double]], smoothing: Double
) -> (labels: [Int], logPosteriors: [Double]) {
    let d = points[0].count
    let names = Set(labels).sorted()
    let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let classes = labels.map { number[$0]! }

    let largest = moments(points, [Int](repeating: 0, count: points.count), groups: 1).variances[0].max()!
    let epsilon = smoothing * (largest > 0 ? largest : 1)
    var (counts, means, variances) = moments(points, classes, groups: names.count)
    // What does not depend on the query: log prior - Σ log(2πv) / 2.
    var constants = [Double](repeating: 0, count: names.count)
    for k in names.indices {
        constants[k] = log(Double(counts[k]) / Double(points.count))
        for j in 0..<d {
            variances[k][j] += epsilon
            constants[k] -= 0.5 * log(2 * .pi * variances[k][j])
        }
    }

    var predictions: [Int] = []
    var logPosteriors: [Double] = []
    var joints = constants
    for query in queries {
        var best = 0
        for k in names.indices {
            var sum = 0.0
            for j in 0..<d {
                let difference = query[j] - means[k][j]
                sum += difference * difference / variances[k][j]
            }
            joints[k] = constants[k] - 0.5 * sum
            // Names rise, so only a larger value replaces the smaller label.
            if joints[k] > joints[best] { best = k }
        }
        // Relative to the best, no exponential overflows and not all of them underflow.
        let ratio = joints.reduce(0) { $0 + exp($1 - joints[best]) }
        predictions.append(names[best])
        logPosteriors.append(-log(ratio))
    }
    return (predictions, logPosteriors)
}

/// The number of points of each group, and the mean and variance of each feature in it.
private func moments(
    _ points: [[Double]], _ group: [Int], groups: Int
) -> (counts: [Int], means: [[Double]], variances: [[Double]]) {
    let zeros = [[Double]](repeating: [Double](repeating: 0, count: points[0].count), count: groups)
    var counts = [Int](repeating: 0, count: groups)
    var means = zeros
    var variances = zeros
    for (point, k) in zip(points, group) {
        counts[k] += 1
        for j in point.indices { means[k][j] += point[j] }
    }
    for k in 0..<groups { for j in points[0].indices { means[k][j] /= Double(counts[k]) } }
    for (point, k) in zip(points, group) {
        for j in point.indices {
            let deviation = point[j] - means[k][j]
            variances[k][j] += deviation * deviation
        }
    }
    for k in 0..<groups { for j in points[0].indices { variances[k][j] /= Double(counts[k]) } }
    return (counts, means, variances)
}
