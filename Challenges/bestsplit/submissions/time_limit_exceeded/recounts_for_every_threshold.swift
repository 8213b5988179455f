// Right, but both sides are counted anew for every threshold: n^2 for each feature.
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
        let values = Set(column).sorted()
        for (value, next) in zip(values, values.dropFirst()) {
            var left: [Int: Int] = [:]
            var right: [Int: Int] = [:]
            for index in 0..<n {
                if column[index] <= value {
                    left[classes[index], default: 0] += 1
                } else {
                    right[classes[index], default: 0] += 1
                }
            }
            let leftSize = left.values.reduce(0, +)
            let share = Double(leftSize) / Double(n)
            let after =
                share * impurity(sorted(left), leftSize, entropy)
                + (1 - share) * impurity(sorted(right), n - leftSize, entropy)
            let gain = before - after
            if best == nil || gain > best!.gain + 1e-9 { best = (feature, (value + next) / 2, gain) }
        }
    }
    return best
}

/// The counts in the order of their classes, so that sums do not depend on the hashing.
private func sorted(_ counts: [Int: Int]) -> [Int] { counts.sorted { $0.key < $1.key }.map { $0.value } }

private func impurity(_ counts: [Int], _ size: Int, _ entropy: Bool) -> Double {
    var sum = 0.0
    for count in counts where count > 0 {
        let share = Double(count) / Double(size)
        sum += entropy ? -share * log2(share) : share * share
    }
    return entropy ? sum : 1 - sum
}
