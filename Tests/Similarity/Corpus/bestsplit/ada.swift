import Foundation

func impurity(_ counts: [Int: Int], _ total: Int, _ entropy: Bool) -> Double {
    var value = entropy ? 0.0 : 1.0
    for count in counts.values {
        if count == 0 { continue }
        let p = Double(count) / Double(total)
        if entropy {
            value -= p * log2(p)
        } else {
            value -= p * p
        }
    }
    return value
}

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    let n = points.count
    var everything: [Int: Int] = [:]
    for label in labels {
        everything[label, default: 0] += 1
    }
    let before = impurity(everything, n, entropy)
    var best: (feature: Int, threshold: Double, gain: Double)? = nil

    for f in 0..<points[0].count {
        let order = (0..<n).sorted { points[$0][f] < points[$1][f] }
        var left: [Int: Int] = [:]
        var right = everything
        for i in 0..<(n - 1) {
            let label = labels[order[i]]
            left[label, default: 0] += 1
            right[label]! -= 1
            let here = points[order[i]][f]
            let next = points[order[i + 1]][f]
            if here == next { continue }
            let l = Double(i + 1) / Double(n)
            let r = 1 - l
            let gain = before - l * impurity(left, i + 1, entropy) - r * impurity(right, n - i - 1, entropy)
            if best == nil || gain > best!.gain + 1e-9 {
                best = (f, (here + next) / 2, gain)
            }
        }
    }
    return best
}
