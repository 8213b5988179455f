// In terms of values and closures: a tree is a function from a query to its label. A feature's points are grouped
// into runs of equal values, each with its class counts, and the splits are the places between two runs.

func decisionTree(points: [[Double]], labels: [Int], maxDepth: Int, queries: [[Double]]) -> [Int] {
    let samples = zip(points, labels).map { Sample(features: $0, label: $1) }
    return queries.map(grow(samples, levels: maxDepth))
}

private typealias Predictor = ([Double]) -> Int

private struct Sample {
    let features: [Double]
    let label: Int
}

/// How often each label occurs.
private struct Histogram {
    private(set) var counts = [Int](repeating: 0, count: 10)
    private(set) var total = 0

    var majority: Int { counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0 }
    var isPure: Bool { counts.contains(total) }

    /// 1 minus the sum of the squared shares.
    var gini: Double {
        let size = Double(total)
        var sum = 0.0
        for count in counts { sum += (Double(count) / size) * (Double(count) / size) }
        return 1 - sum
    }

    mutating func add(_ label: Int) {
        counts[label] += 1
        total += 1
    }

    static func - (whole: Histogram, part: Histogram) -> Histogram {
        var rest = whole
        for label in rest.counts.indices { rest.counts[label] -= part.counts[label] }
        rest.total -= part.total
        return rest
    }
}

private struct Split {
    let feature: Int
    let threshold: Double
    let impurity: Double
}

private func grow(_ samples: [Sample], levels: Int) -> Predictor {
    var all = Histogram()
    for sample in samples { all.add(sample.label) }
    let majority = all.majority
    guard levels > 0, !all.isPure else { return { _ in majority } }

    let candidates = samples[0].features.indices.lazy.compactMap { bestSplit(samples, feature: $0, all) }
    guard let split = candidates.min(by: { $0.impurity < $1.impurity }) else { return { _ in majority } }

    let isLeft = { (features: [Double]) in features[split.feature] <= split.threshold }
    let left = grow(samples.filter { isLeft($0.features) }, levels: levels - 1)
    let right = grow(samples.filter { !isLeft($0.features) }, levels: levels - 1)
    return { isLeft($0) ? left($0) : right($0) }
}

private func bestSplit(_ samples: [Sample], feature: Int, _ all: Histogram) -> Split? {
    let column = samples.map { (value: $0.features[feature], label: $0.label) }.sorted { $0.value < $1.value }
    var below = Histogram()
    var best: Split?
    for (current, next) in zip(column, column.dropFirst()) {
        below.add(current.label)
        guard current.value < next.value else { continue }
        let above = all - below
        let share = Double(below.total) / Double(all.total)
        let impurity = share * below.gini + (1 - share) * above.gini
        if impurity < best?.impurity ?? .infinity {
            best = Split(feature: feature, threshold: 0.5 * current.value + 0.5 * next.value, impurity: impurity)
        }
    }
    return best
}
