import Glibc

/// Counts of classes whose sum of squares, or of n log n, is kept up to date.
struct Tally {
    private var counts: [Int]
    private(set) var size = 0
    private var sum = 0.0
    private let entropy: Bool

    init(classes: Int, entropy: Bool) {
        counts = [Int](repeating: 0, count: classes)
        self.entropy = entropy
    }

    private func term(_ count: Int) -> Double {
        let c = Double(count)
        guard entropy else { return c * c }
        return count > 0 ? c * log2(c) : 0
    }

    mutating func change(_ label: Int, by amount: Int) {
        sum -= term(counts[label])
        counts[label] += amount
        size += amount
        sum += term(counts[label])
    }

    /// Impurity times the number of points.
    var weight: Double {
        if size == 0 { return 0 }
        let n = Double(size)
        return entropy ? n * log2(n) - sum : n - sum / n
    }
}

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    var index = [Int: Int]()
    let dense = labels.map { label -> Int in
        if let known = index[label] { return known }
        index[label] = index.count
        return index.count - 1
    }
    var whole = Tally(classes: index.count, entropy: entropy)
    dense.forEach { whole.change($0, by: 1) }
    var answer: (Int, Double, Double)?
    for feature in points[0].indices {
        let column = zip(points.map { $0[feature] }, dense).sorted { $0.0 < $1.0 }
        var under = Tally(classes: index.count, entropy: entropy)
        var over = whole
        for (current, following) in zip(column, column.dropFirst()) {
            under.change(current.1, by: 1)
            over.change(current.1, by: -1)
            guard current.0 < following.0 else { continue }
            let gain = (whole.weight - under.weight - over.weight) / Double(points.count)
            if let (_, _, record) = answer, gain < record + 1e-9 { continue }
            answer = (feature, (current.0 + following.0) / 2, gain)
        }
    }
    return answer.map { (feature: $0.0, threshold: $0.1, gain: $0.2) }
}
