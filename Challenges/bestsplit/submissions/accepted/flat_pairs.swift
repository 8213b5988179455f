import Glibc

/// Optimised: one buffer of (value, class) pairs is sorted for each feature, and pointers stand in for arrays.
///
/// Only the weighted impurity after the split is compared; the gain is computed once, at the end.
func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    let n = points.count
    // Class numbers by rank: sorting the labels needs no hashing.
    var names = labels.sorted()
    var distinct = 0
    for index in names.indices where index == 0 || names[index] != names[distinct - 1] {
        names[distinct] = names[index]
        distinct += 1
    }
    func rank(_ label: Int) -> Int {
        var low = 0
        var high = distinct
        while low < high {
            let middle = (low + high) / 2
            if names[middle] < label { low = middle + 1 } else { high = middle }
        }
        return low
    }
    let classes = labels.map(rank)
    var term = [Double](repeating: 0, count: n + 1)
    for k in 1...n { term[k] = entropy ? Double(k) * log2(Double(k)) : Double(k) * Double(k) }
    var totals = [Int](repeating: 0, count: distinct)
    for label in classes { totals[label] += 1 }
    var left = totals
    let totalSum = totals.reduce(0) { $0 + term[$1] }
    let before = entropy ? term[n] - totalSum : Double(n) - totalSum / Double(n)
    // In the units of the weighted impurity the tolerance on gains is n times as wide.
    let tolerance = 1e-9 * Double(n)

    var pairs: [(value: Double, label: Int)] = Array(repeating: (0, 0), count: n)
    var best: (feature: Int, threshold: Double, after: Double)?
    for feature in points[0].indices {
        for index in 0..<n { pairs[index] = (points[index][feature], classes[index]) }
        pairs.sort { $0.value < $1.value }
        for label in 0..<distinct { left[label] = 0 }
        var leftSum = 0.0
        var rightSum = totalSum
        pairs.withUnsafeBufferPointer { pairs in
            term.withUnsafeBufferPointer { term in
                for position in 0..<(n - 1) {
                    let label = pairs[position].label
                    let count = left[label]
                    let rest = totals[label] - count
                    leftSum += term[count + 1] - term[count]
                    rightSum -= term[rest] - term[rest - 1]
                    left[label] = count + 1
                    let value = pairs[position].value
                    let next = pairs[position + 1].value
                    if value == next { continue }
                    let leftSize = position + 1
                    let rightSize = n - leftSize
                    let after =
                        entropy
                        ? term[leftSize] + term[rightSize] - leftSum - rightSum
                        : Double(n) - leftSum / Double(leftSize) - rightSum / Double(rightSize)
                    if best.map({ after < $0.after - tolerance }) ?? true {
                        best = (feature, value / 2 + next / 2, after)
                    }
                }
            }
        }
    }
    return best.map { ($0.feature, $0.threshold, (before - $0.after) / Double(n)) }
}
