import Glibc

/// The plain reference: sorts each feature, moves the points from right to left one by one, and keeps a sum over the
/// classes up to date on either side: of k², or of k·log2(k) for entropy.
///
/// Time d*n*log(n), space n.
func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    let n = points.count
    let (classes, classCount) = numbered(labels)
    let term = (0...n).map { k in entropy ? xlog2(Double(k)) : Double(k) * Double(k) }

    // Impurity times size: n - Σk²/n for Gini, n·log2(n) - Σk·log2(k) for entropy.
    func weightedImpurity(_ sum: Double, _ size: Int) -> Double {
        entropy ? term[size] - sum : Double(size) - sum / Double(size)
    }

    var totals = [Int](repeating: 0, count: classCount)
    for label in classes { totals[label] += 1 }
    let totalSum = totals.reduce(0) { $0 + term[$1] }
    let before = weightedImpurity(totalSum, n)

    var best: (feature: Int, threshold: Double, gain: Double)?
    for feature in points[0].indices {
        let column = points.map { $0[feature] }
        let order = column.indices.sorted { column[$0] < column[$1] }
        var left = [Int](repeating: 0, count: classCount)
        var right = totals
        var leftSum = 0.0
        var rightSum = totalSum
        for position in 0..<(n - 1) {
            let label = classes[order[position]]
            leftSum += term[left[label] + 1] - term[left[label]]
            rightSum += term[right[label] - 1] - term[right[label]]
            left[label] += 1
            right[label] -= 1

            let value = column[order[position]]
            let next = column[order[position + 1]]
            if value == next { continue }
            let after = weightedImpurity(leftSum, position + 1) + weightedImpurity(rightSum, n - position - 1)
            let gain = (before - after) / Double(n)
            // Splits come in the order of the tie rule, so only a clearly larger gain replaces the best.
            if let found = best, gain < found.gain + 1e-9 { continue }
            best = (feature, value + (next - value) / 2, gain)
        }
    }
    return best
}

private func xlog2(_ value: Double) -> Double { value > 0 ? value * log2(value) : 0 }

/// The labels, numbered from 0 without gaps.
private func numbered(_ labels: [Int]) -> (classes: [Int], count: Int) {
    var numbers: [Int: Int] = [:]
    var classes: [Int] = []
    classes.reserveCapacity(labels.count)
    for label in labels {
        let number = numbers[label, default: numbers.count]
        numbers[label] = number
        classes.append(number)
    }
    return (classes, numbers.count)
}
