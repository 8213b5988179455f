// No tree is kept: the queries travel with the points, and whoever reaches a leaf is answered there. It goes level by
// level. Features and thresholds are tried from the last to the first, and impurity is summed as p (1 - p).

private struct Group {
    var points: [Int]
    var queries: [Int]
}

func decisionTree(points: [[Double]], labels: [Int], maxDepth: Int, queries: [[Double]]) -> [Int] {
    var answers = [Int](repeating: 0, count: queries.count)
    var level = [Group(points: Array(points.indices), queries: Array(queries.indices))]
    for depth in 0...maxDepth {
        var next: [Group] = []
        for group in level where !group.queries.isEmpty {
            let histogram = histogram(of: group.points, labels)
            let majority = mostFrequent(histogram)
            let isLeaf = depth == maxDepth || histogram[majority] == group.points.count
            guard !isLeaf, let (feature, threshold) = bestSplit(group.points, points, labels, histogram) else {
                for query in group.queries { answers[query] = majority }
                continue
            }
            var left = Group(points: [], queries: [])
            var right = Group(points: [], queries: [])
            for point in group.points {
                if points[point][feature] > threshold { right.points.append(point) } else { left.points.append(point) }
            }
            for query in group.queries {
                if queries[query][feature] > threshold {
                    right.queries.append(query)
                } else {
                    left.queries.append(query)
                }
            }
            next.append(left)
            next.append(right)
        }
        level = next
    }
    return answers
}

private func histogram(of rows: [Int], _ labels: [Int]) -> [Int] {
    var histogram = [Int](repeating: 0, count: 10)
    for row in rows { histogram[labels[row]] += 1 }
    return histogram
}

private func mostFrequent(_ histogram: [Int]) -> Int {
    var best = histogram.count - 1
    for label in stride(from: best, through: 0, by: -1) where histogram[label] >= histogram[best] { best = label }
    return best
}

private func gini(_ histogram: [Int], _ size: Int) -> Double {
    var sum = 0.0
    for count in histogram where count > 0 {
        let share = Double(count) / Double(size)
        sum += share * (1 - share)
    }
    return sum
}

private func bestSplit(
    _ rows: [Int], _ points: [[Double]], _ labels: [Int], _ histogram: [Int]
) -> (feature: Int, threshold: Double)? {
    var best: (feature: Int, threshold: Double)?
    var bestImpurity = Double.greatestFiniteMagnitude
    for feature in points[0].indices.reversed() {
        let keyed = rows.map { (points[$0][feature], labels[$0]) }.sorted { $0.0 > $1.0 }
        var below = histogram
        var above = [Int](repeating: 0, count: histogram.count)
        for moved in 1..<max(keyed.count, 1) {
            let (value, label) = keyed[moved - 1]
            below[label] -= 1
            above[label] += 1
            let next = keyed[moved].0
            if next == value { continue }
            let rest = keyed.count - moved
            let impurity = Double(rest) * gini(below, rest) + Double(moved) * gini(above, moved)
            if impurity < bestImpurity {
                bestImpurity = impurity
                best = (feature, next / 2 + value / 2)
            }
        }
    }
    return best
}
