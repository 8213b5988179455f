import Foundation

// Another way through a feature: its points are gathered in groups of equal value, and whole groups change sides, from
// right to left. Works on the labels as they are; nothing is numbered.

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    var best: (feature: Int, threshold: Double, gain: Double)?
    for feature in 0..<points[0].count {
        var groups: [Double: [Int]] = [:]
        for (index, point) in points.enumerated() { groups[point[feature], default: []].append(labels[index]) }
        let values = groups.keys.sorted()
        var right = Part(entropy: entropy)
        for label in labels { right.insert(label) }
        var left = Part(entropy: entropy)
        let impurity = right.impurity
        for (value, next) in zip(values, values.dropFirst()) {
            for label in groups[value]! {
                left.insert(label)
                right.remove(label)
            }
            let share = Double(left.size) / Double(points.count)
            let gain = impurity - share * left.impurity - (1 - share) * right.impurity
            if best == nil || gain > best!.gain + 1e-9 { best = (feature, (value + next) / 2, gain) }
        }
    }
    return best
}

/// A set of labels whose impurity is known at any time.
private struct Part {
    let entropy: Bool
    private(set) var size = 0
    private var counts: [Int: Int] = [:]
    /// Σ k² for Gini; Σ k·log2(k) for entropy.
    private var sum = 0.0

    init(entropy: Bool) { self.entropy = entropy }

    var impurity: Double {
        if size == 0 { return 0 }
        let whole = Double(size)
        return entropy ? log2(whole) - sum / whole : 1 - sum / (whole * whole)
    }

    mutating func insert(_ label: Int) { change(label, by: 1) }
    mutating func remove(_ label: Int) { change(label, by: -1) }

    private mutating func change(_ label: Int, by step: Int) {
        let count = counts[label] ?? 0
        sum += term(count + step) - term(count)
        counts[label] = count + step
        size += step
    }

    private func term(_ count: Int) -> Double {
        let k = Double(count)
        return entropy ? (k > 0 ? k * log2(k) : 0) : k * k
    }
}
