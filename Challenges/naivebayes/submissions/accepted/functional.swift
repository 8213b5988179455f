import Foundation

/// In the functional style: grouping, maps and reductions.
func gaussianNaiveBayes(
    points: [[Double]], labels: [Int], queries: [[Double]], smoothing: Double
) -> (labels: [Int], logPosteriors: [Double]) {
    let largest = columns(points).map { normal($0).variance }.max()!
    let epsilon = smoothing * (largest == 0 ? 1 : largest)
    let classes = Dictionary(grouping: labels.indices) { labels[$0] }
        .mapValues { members in
            (
                logPrior: log(Double(members.count) / Double(labels.count)),
                features: columns(members.map { points[$0] }).map(normal)
                    .map { (mean: $0.mean, variance: $0.variance + epsilon) }
            )
        }
        .sorted { $0.key < $1.key }
    let answers = queries.map { query -> (label: Int, logPosterior: Double) in
        let joints = classes.map { entry in
            zip(query, entry.value.features).reduce(entry.value.logPrior) { sum, pair in
                sum - 0.5 * (log(2 * .pi * pair.1.variance) + pow(pair.0 - pair.1.mean, 2) / pair.1.variance)
            }
        }
        let best = joints.max()!
        return (classes[joints.firstIndex(of: best)!].key, -log(joints.map { exp($0 - best) }.reduce(0, +)))
    }
    return (answers.map(\.label), answers.map(\.logPosterior))
}

private func columns(_ rows: [[Double]]) -> [[Double]] { rows[0].indices.map { j in rows.map { $0[j] } } }

private func normal(_ values: [Double]) -> (mean: Double, variance: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count))
}
