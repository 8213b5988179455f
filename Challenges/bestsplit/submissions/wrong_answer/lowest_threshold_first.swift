// Mistake: of equally good splits the one with the lowest threshold wins, whatever its feature.
import Glibc

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    let n = points.count
    let names = Array(Set(labels)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let classes = labels.map { numbers[$0]! }
    var totals = [Int](repeating: 0, count: names.count)
    for label in classes { totals[label] += 1 }
    let before = impurity(totals, n, entropy)

    var best: (feature: Int, threshold: Double, gain: Double)?
    for feature in points[0].indices {
        let column = points.map { $0[feature] }
        let order = column.indices.sorted { column[$0] < column[$1] }
        var left = [Int](repeating: 0, count: names.count)
        var right = totals
        for position in 0..<(n - 1) {
            left[classes[order[position]]] += 1
            right[classes[order[position]]] -= 1
            let value = column[order[position]]
            let next = column[order[position + 1]]
            if value == next { continue }
            let share = Double(position + 1) / Double(n)
            let after =
                share * impurity(left, position + 1, entropy) + (1 - share) * impurity(right, n - position - 1, entropy)
            let gain = before - after
            let threshold = (value + next) / 2
            let isBetter =
                best.map { gain > $0.gain + 1e-9 || gain > $0.gain - 1e-9 && threshold < $0.threshold } ?? true
            if isBetter { best = (feature, threshold, gain) }
        }
    }
    return best
}

private func impurity(_ counts: [Int], _ size: Int, _ entropy: Bool) -> Double {
    var sum = 0.0
    for count in counts where count > 0 {
        let share = Double(count) / Double(size)
        sum += entropy ? -share * log2(share) : share * share
    }
    return entropy ? sum : 1 - sum
}
