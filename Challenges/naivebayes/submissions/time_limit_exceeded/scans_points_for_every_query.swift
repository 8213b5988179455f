import Glibc

// Right, but a query gathers the columns of each class from all points again before it takes their moments.

func gaussianNaiveBayes(
    points: [[Double]], labels: [Int], queries: [[Double]], smoothing: Double
) -> (labels: [Int], logPosteriors: [Double]) {
    let names = Set(labels).sorted()
    let columns = points[0].indices.map { j in points.map { $0[j] } }
    let largest = columns.map(variance).max()!
    let epsilon = smoothing * (largest > 0 ? largest : 1)
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    var predictions: [Int] = []
    var logPosteriors: [Double] = []
    for query in queries {
        let joints = names.map { name in
            query.indices.reduce(log(Double(counts[name]!) / Double(points.count))) { sum, j in
                let column = points.indices.filter { labels[$0] == name }.map { points[$0][j] }
                let spread = variance(column) + epsilon
                let difference = query[j] - mean(column)
                return sum - 0.5 * log(2 * .pi * spread) - difference * difference / (2 * spread)
            }
        }
        var best = 0
        for k in joints.indices where joints[k] > joints[best] { best = k }
        let evidence = joints[best] + log(joints.reduce(0) { $0 + exp($1 - joints[best]) })
        predictions.append(names[best])
        logPosteriors.append(joints[best] - evidence)
    }
    return (predictions, logPosteriors)
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

private func variance(_ values: [Double]) -> Double {
    let centre = mean(values)
    return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count)
}
