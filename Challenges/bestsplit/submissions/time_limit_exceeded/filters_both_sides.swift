// Right, but the points of either side are gathered in arrays for every threshold: n^2 for each feature.
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
        let values = Array(Set(column)).sorted()
        for index in values.indices.dropLast() {
            let value = values[index]
            let next = values[index + 1]
            let leftLabels = classes.indices.filter { column[$0] <= value }.map { classes[$0] }
            let rightLabels = classes.indices.filter { column[$0] > value }.map { classes[$0] }
            let share = Double(leftLabels.count) / Double(n)
            let left = names.indices.map { label in leftLabels.filter { $0 == label }.count }
            let right = names.indices.map { label in rightLabels.filter { $0 == label }.count }
            let after =
                share * impurity(left, leftLabels.count, entropy)
                + (1 - share) * impurity(right, rightLabels.count, entropy)
            let gain = before - after
            if best == nil || gain > best!.gain + 1e-9 { best = (feature, (value + next) / 2, gain) }
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
