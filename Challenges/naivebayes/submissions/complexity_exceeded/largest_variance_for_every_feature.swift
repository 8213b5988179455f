import Glibc

// Right, but the largest variance of all features is computed again for every feature: d^2.

func gaussianNaiveBayes(
    points: [[Double]], labels: [Int], queries: [[Double]], smoothing: Double
) -> (labels: [Int], logPosteriors: [Double]) {
    let names = Set(labels).sorted()
    let columns = points[0].indices.map { j in points.map { $0[j] } }
    let epsilons = columns.map { _ in
        let largest = columns.map(variance).max()!
        return smoothing * (largest > 0 ? largest : 1)
    }
    var members: [Int: [[Double]]] = [:]
    for (point, label) in zip(points, labels) { members[label, default: []].append(point) }
    let classes = names.map { name in
        NormalClass(members[name]!, of: points.count, epsilons: epsilons)
    }
    var predictions: [Int] = []
    var logPosteriors: [Double] = []
    for query in queries {
        let joints = classes.map { $0.joint(query) }
        var best = 0
        for k in joints.indices where joints[k] > joints[best] { best = k }
        let evidence = joints[best] + log(joints.reduce(0) { $0 + exp($1 - joints[best]) })
        predictions.append(names[best])
        logPosteriors.append(joints[best] - evidence)
    }
    return (predictions, logPosteriors)
}

private struct NormalClass {
    let logPrior: Double
    let means: [Double]
    let variances: [Double]

    init(_ members: [[Double]], of total: Int, epsilons: [Double]) {
        logPrior = log(Double(members.count) / Double(total))
        let columns = members[0].indices.map { j in members.map { $0[j] } }
        means = columns.map(mean)
        variances = columns.indices.map { variance(columns[$0]) + epsilons[$0] }
    }

    /// The logarithm of prior times density.
    func joint(_ query: [Double]) -> Double {
        var sum = logPrior
        for j in query.indices {
            let difference = query[j] - means[j]
            sum -= 0.5 * log(2 * .pi * variances[j]) + difference * difference / (2 * variances[j])
        }
        return sum
    }
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

private func variance(_ values: [Double]) -> Double {
    let centre = mean(values)
    return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count)
}
