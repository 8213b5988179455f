import Foundation

final class SplitSearch {
    let rows: [[Double]]
    let classes: [Int]
    let usesEntropy: Bool
    var chosenFeature = -1
    var chosenThreshold = 0.0
    var chosenGain = -1.0

    init(rows: [[Double]], classes: [Int], usesEntropy: Bool) {
        self.rows = rows
        self.classes = classes
        self.usesEntropy = usesEntropy
    }

    func measure(_ histogram: [Double]) -> Double {
        let total = histogram.reduce(0, +)
        if total == 0 { return 0 }
        var result = 0.0
        for amount in histogram where amount > 0 {
            let share = amount / total
            result += usesEntropy ? -share * log(share) / log(2) : share * (1 - share)
        }
        return result
    }

    func examine(_ feature: Int) {
        let highest = classes.max()! + 1
        var pairs: [(value: Double, label: Int)] = []
        for (row, label) in zip(rows, classes) { pairs.append((row[feature], label)) }
        pairs.sort { $0.value < $1.value }
        var lower = [Double](repeating: 0, count: highest)
        var upper = [Double](repeating: 0, count: highest)
        for pair in pairs { upper[pair.label] += 1 }
        let root = measure(upper)
        var position = 0
        while position < pairs.count {
            let value = pairs[position].value
            while position < pairs.count, pairs[position].value == value {
                lower[pairs[position].label] += 1
                upper[pairs[position].label] -= 1
                position += 1
            }
            if position == pairs.count { break }
            let weightLow = Double(position) / Double(pairs.count)
            let gain = root - weightLow * measure(lower) - (1 - weightLow) * measure(upper)
            if gain > chosenGain + 1e-9 || chosenFeature < 0 {
                chosenGain = gain
                chosenFeature = feature
                chosenThreshold = (value + pairs[position].value) * 0.5
            }
        }
    }
}

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    let search = SplitSearch(rows: points, classes: labels, usesEntropy: entropy)
    for feature in 0..<points[0].count {
        search.examine(feature)
    }
    if search.chosenFeature < 0 { return nil }
    return (search.chosenFeature, search.chosenThreshold, search.chosenGain)
}
