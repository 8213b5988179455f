import Glibc

// Right, but its own quicksort takes the first element as pivot, the worst one for sorted and equal values: n^2.

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    var best: (feature: Int, threshold: Double, gain: Double)?
    let n = points.count
    let before = Side(labels: labels, entropy: entropy)
    for feature in points[0].indices {
        var pairs = zip(points, labels).map { (value: $0[feature], label: $1) }
        var ranges = [(0, n)]
        while let (start, end) = ranges.popLast() {
            if end - start < 2 { continue }
            var middle = start
            for index in (start + 1)..<end where pairs[index].value < pairs[start].value {
                middle += 1
                pairs.swapAt(middle, index)
            }
            pairs.swapAt(start, middle)
            ranges.append((start, middle))
            ranges.append((middle + 1, end))
        }
        var left = Side(labels: [], entropy: entropy)
        var right = before
        for position in 0..<(n - 1) {
            left.change(pairs[position].label, by: 1)
            right.change(pairs[position].label, by: -1)
            let value = pairs[position].value
            let next = pairs[position + 1].value
            if value == next { continue }
            let gain = (before.weight - left.weight - right.weight) / Double(n)
            if best == nil || gain > best!.gain + 1e-9 { best = (feature, (value + next) / 2, gain) }
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
