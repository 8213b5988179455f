import Glibc

// Right, but every candidate keeps the points of its left side, in order to hand out the best: n^2 space.

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    var best: (feature: Int, threshold: Double, gain: Double)?
    let n = points.count
    let before = Side(labels: labels, entropy: entropy)
    for feature in points[0].indices {
        let order = points.indices.sorted { points[$0][feature] < points[$1][feature] }
        var candidates: [(threshold: Double, gain: Double, members: [Int32])] = []
        var left = Side(labels: [], entropy: entropy)
        var right = before
        for position in 0..<(n - 1) {
            left.change(labels[order[position]], by: 1)
            right.change(labels[order[position]], by: -1)
            let value = points[order[position]][feature]
            let next = points[order[position + 1]][feature]
            if value == next { continue }
            let gain = (before.weight - left.weight - right.weight) / Double(n)
            candidates.append(((value + next) / 2, gain, order[0...position].map { Int32($0) }))
        }
        for candidate in candidates where best == nil || candidate.gain > best!.gain + 1e-9 {
            best = (feature, candidate.threshold, candidate.gain)
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
