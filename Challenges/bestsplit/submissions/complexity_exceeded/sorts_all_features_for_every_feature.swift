import Glibc

// Right, but all features are sorted anew within the loop over the features, to use one of the orders: d^2.

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    var best: (feature: Int, threshold: Double, gain: Double)?
    let n = points.count
    let before = Side(labels: labels, entropy: entropy)
    for feature in points[0].indices {
        let orders = points[0].indices.map { other in
            points.indices.sorted { points[$0][other] < points[$1][other] }
        }
        var left = Side(labels: [], entropy: entropy)
        var right = before
        for (index, next) in zip(orders[feature], orders[feature].dropFirst()) {
            left.change(labels[index], by: 1)
            right.change(labels[index], by: -1)
            let value = points[index][feature]
            let nextValue = points[next][feature]
            if value == nextValue { continue }
            let gain = (before.weight - left.weight - right.weight) / Double(n)
            if best == nil || gain > best!.gain + 1e-9 { best = (feature, (value + nextValue) / 2, gain) }
        }
    }
    return best
}

private struct Side {
    let entropy: Bool
    var counts: [Int: Int] = [:]
    var size = 0
    var sum = 0.0

    init(labels: [Int], entropy: Bool) {
        self.entropy = entropy
        for label in labels { change(label, by: 1) }
    }

    /// Impurity times size.
    var weight: Double { entropy ? term(size) - sum : Double(size) - sum / Double(size) }

    mutating func change(_ label: Int, by step: Int) {
        let count = counts[label, default: 0]
        sum += term(count + step) - term(count)
        counts[label] = count + step
        size += step
    }

    private func term(_ count: Int) -> Double {
        let k = Double(count)
        return entropy ? (count > 0 ? k * log2(k) : 0) : k * k
    }
}
