// Right, but every threshold walks over all points of the node to count the labels on its two sides: a node of n
// points costs d*n^2 instead of d*n*log(n).

private indirect enum Node {
    case leaf(Int)
    case split(Int, Double, Node, Node)
}

func decisionTree(points: [[Double]], labels: [Int], maxDepth: Int, queries: [[Double]]) -> [Int] {
    let classes = labels.max()! + 1

    func histogram(_ rows: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: classes)
        for row in rows { counts[labels[row]] += 1 }
        return counts
    }

    func impurity(_ counts: [Int]) -> Double {
        let size = Double(counts.reduce(0, +))
        return size * (1 - counts.reduce(0.0) { $0 + (Double($1) / size) * (Double($1) / size) })
    }

    func grow(_ rows: [Int], _ depth: Int) -> Node {
        let counts = histogram(rows)
        let majority = counts.firstIndex(of: counts.max()!)!
        if depth == maxDepth || counts[majority] == rows.count { return .leaf(majority) }
        var best: (feature: Int, threshold: Double)?
        var bestImpurity = Double.infinity
        for feature in points[0].indices {
            let values = Set(rows.map { points[$0][feature] }).sorted()
            for (value, next) in zip(values, values.dropFirst()) {
                let threshold = (value + next) / 2
                let left = histogram(rows.filter { points[$0][feature] <= threshold })
                let right = histogram(rows.filter { points[$0][feature] > threshold })
                let sum = impurity(left) + impurity(right)
                if sum < bestImpurity {
                    bestImpurity = sum
                    best = (feature, threshold)
                }
            }
        }
        guard let (feature, threshold) = best else { return .leaf(majority) }
        return .split(
            feature, threshold,
            grow(rows.filter { points[$0][feature] <= threshold }, depth + 1),
            grow(rows.filter { points[$0][feature] > threshold }, depth + 1))
    }

    let root = grow(Array(points.indices), 0)
    return queries.map { query in
        var node = root
        while true {
            switch node {
            case .leaf(let label): return label
            case .split(let feature, let threshold, let left, let right):
                node = query[feature] <= threshold ? left : right
            }
        }
    }
}
