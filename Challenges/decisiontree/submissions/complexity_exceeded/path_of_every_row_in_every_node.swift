// Right, but nodes keep their rows, and in every node each row has its own copy of the path that led there, for a
// printout that nobody asks for: space in maxDepth: maxDepth^2 instead of maxDepth.

private indirect enum Node {
    case leaf(label: Int, samples: [Sample])
    case split(feature: Int, threshold: Double, samples: [Sample], left: Node, right: Node)
}

private struct Step {
    let feature: Int
    let threshold: Double
    let isLeft: Bool
}

private struct Sample {
    let row: Int
    /// The decisions from the root down.
    let path: [Step]
}

func decisionTree(points: [[Double]], labels: [Int], maxDepth: Int, queries: [[Double]]) -> [Int] {
    let builder = Builder(
        points: points, labels: labels, maxDepth: maxDepth, classes: (labels.max() ?? 0) + 1,
        dimensions: points[0].count)
    let root = builder.node(points.indices.map { Sample(row: $0, path: []) }, depth: 0)
    return queries.map { query in
        var node = root
        while case .split(let feature, let threshold, _, let left, let right) = node {
            node = query[feature] <= threshold ? left : right
        }
        guard case .leaf(let label, _) = node else { return 0 }
        return label
    }
}

private struct Builder {
    let points: [[Double]]
    let labels: [Int]
    let maxDepth: Int
    let classes: Int
    let dimensions: Int

    func node(_ samples: [Sample], depth: Int) -> Node {
        let rows = samples.map { $0.row }
        var counts = [Int](repeating: 0, count: classes)
        for row in rows { counts[labels[row]] += 1 }
        // `firstIndex` of the largest count: the smallest label among the most frequent.
        let largest = counts.max() ?? 0
        let majority = counts.firstIndex(of: largest) ?? 0
        guard depth < maxDepth, largest < rows.count, let best = bestSplit(rows, counts) else {
            return .leaf(label: majority, samples: samples)
        }
        var left: [Sample] = []
        var right: [Sample] = []
        for sample in samples {
            let isLeft = points[sample.row][best.feature] <= best.threshold
            let step = Step(feature: best.feature, threshold: best.threshold, isLeft: isLeft)
            let moved = Sample(row: sample.row, path: sample.path + [step])
            if isLeft { left.append(moved) } else { right.append(moved) }
        }
        return .split(
            feature: best.feature, threshold: best.threshold, samples: samples,
            left: node(left, depth: depth + 1), right: node(right, depth: depth + 1))
    }

    /// The split of least weighted Gini impurity, or `nil` when no split parts the rows.
    ///
    /// With counts c on a side of m points, its weighted impurity is m (1 - sum (c/m)^2) = m - (sum c^2) / m.
    private func bestSplit(_ rows: [Int], _ counts: [Int]) -> (feature: Int, threshold: Double)? {
        var best: (feature: Int, threshold: Double)?
        var bestImpurity = Double.infinity
        let total = counts.reduce(0) { $0 + $1 * $1 }
        for feature in 0..<dimensions {
            let sorted = rows.map { (value: points[$0][feature], label: labels[$0]) }.sorted { $0.value < $1.value }
            var left = [Int](repeating: 0, count: classes)
            var leftSquares = 0
            var rightSquares = total
            for index in 0..<(sorted.count - 1) {
                let label = sorted[index].label
                // c^2 grows by 2c + 1 on the left, and shrinks by 2c - 1 on the right.
                leftSquares += 2 * left[label] + 1
                rightSquares -= 2 * (counts[label] - left[label]) - 1
                left[label] += 1
                guard sorted[index].value < sorted[index + 1].value else { continue }
                let leftCount = Double(index + 1)
                let rightCount = Double(sorted.count - index - 1)
                let impurity =
                    (leftCount - Double(leftSquares) / leftCount) + (rightCount - Double(rightSquares) / rightCount)
                if impurity < bestImpurity {
                    bestImpurity = impurity
                    best = (feature, (sorted[index].value + sorted[index + 1].value) / 2)
                }
            }
        }
        return best
    }
}
