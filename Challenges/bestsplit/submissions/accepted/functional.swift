import Foundation

/// In the functional style: each feature's candidates become its best one, and these the best of all.
///
/// Taking the first within 1e-9 of the largest, twice, finds the first of all equally good splits, since no gain lies
/// near the best without being equal to it. Counts are kept in dictionaries.
func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    let criterion = Criterion(entropy: entropy)
    return firstOfBest(
        points[0].indices.compactMap { feature in
            firstOfBest(splits(of: points.map { $0[feature] }, labels, criterion).map { (feature, $0, $1) })
        })
}

private func firstOfBest(
    _ candidates: [(feature: Int, threshold: Double, gain: Double)]
) -> (feature: Int, threshold: Double, gain: Double)? {
    candidates.map(\.gain).max().flatMap { best in candidates.first { $0.gain > best - 1e-9 } }
}

private struct Criterion {
    let entropy: Bool

    func term(_ count: Int) -> Double {
        let k = Double(count)
        return entropy ? (count > 0 ? k * log2(k) : 0) : k * k
    }

    /// The impurity of a part, times its size.
    func weight(_ side: Side) -> Double {
        entropy ? term(side.size) - side.sum : Double(side.size) - side.sum / Double(max(side.size, 1))
    }
}

/// One side of a split: how often each label occurs, and the sum of the terms of these counts.
private struct Side {
    var counts: [Int: Int] = [:]
    var size = 0
    var sum = 0.0

    mutating func add(_ label: Int, times: Int, _ criterion: Criterion) {
        let count = counts[label, default: 0]
        sum += criterion.term(count + times) - criterion.term(count)
        counts[label] = count + times
        size += times
    }
}

/// The splits of one feature, by rising threshold.
private func splits(of column: [Double], _ labels: [Int], _ criterion: Criterion) -> [(
    threshold: Double, gain: Double
)] {
    var left = Side()
    var right = labels.reduce(into: Side()) { $0.add($1, times: 1, criterion) }
    let before = criterion.weight(right)
    let order = column.indices.sorted { column[$0] < column[$1] }
    return zip(order, order.dropFirst()).compactMap { index, next in
        left.add(labels[index], times: 1, criterion)
        right.add(labels[index], times: -1, criterion)
        guard column[index] < column[next] else { return nil }
        let gain = (before - criterion.weight(left) - criterion.weight(right)) / Double(column.count)
        return ((column[index] + column[next]) / 2, gain)
    }
}
