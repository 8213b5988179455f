import Glibc

// Right, but the sorted points wait in an array that loses its first at every step, and each removal moves all that are
// left: n^2 instead of n*log(n).

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    var best: (feature: Int, threshold: Double, gain: Double)?
    let n = points.count
    let before = Side(labels: labels, entropy: entropy)
    for feature in points[0].indices {
        var waiting = zip(points, labels).map { (value: $0[feature], label: $1) }.sorted { $0.value < $1.value }
        var left = Side(labels: [], entropy: entropy)
        var right = before
        while waiting.count > 1 {
            let (value, label) = waiting.removeFirst()
            left.change(label, by: 1)
            right.change(label, by: -1)
            if waiting[0].value == value { continue }
            let gain = (before.weight - left.weight - right.weight) / Double(n)
            if best == nil || gain > best!.gain + 1e-9 { best = (feature, (value + waiting[0].value) / 2, gain) }
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
