// Crash: lays out the complete tree of 2^(maxDepth + 1) - 1 nodes like a heap. A generous maxDepth needs more memory
// than there is, and 64 overflows the shift.

private struct Slot {
    var feature = -1
    var threshold = 0.0
    var label = 0
}

func decisionTree(points: [[Double]], labels: [Int], maxDepth: Int, queries: [[Double]]) -> [Int] {
    var slots = [Slot](repeating: Slot(), count: (1 << (maxDepth + 1)) - 1)
    grow(&slots, at: 0, Array(points.indices), depth: maxDepth, points, labels)
    return queries.map { query in
        var place = 0
        while slots[place].feature >= 0 {
            place = 2 * place + (query[slots[place].feature] <= slots[place].threshold ? 1 : 2)
        }
        return slots[place].label
    }
}

private func grow(
    _ slots: inout [Slot], at place: Int, _ rows: [Int], depth: Int, _ points: [[Double]], _ labels: [Int]
) {
    var counts = [Int](repeating: 0, count: 10)
    for row in rows { counts[labels[row]] += 1 }
    let largest = counts.max()!
    slots[place].label = counts.firstIndex(of: largest)!
    if depth == 0 || largest == rows.count { return }
    var bestScore = 0.0
    for feature in points[0].indices {
        let sorted = rows.map { (points[$0][feature], labels[$0]) }.sorted { $0.0 < $1.0 }
        var left = [Double](repeating: 0, count: 10)
        var right = counts.map { Double($0) }
        for index in 1..<sorted.count {
            left[sorted[index - 1].1] += 1
            right[sorted[index - 1].1] -= 1
            if sorted[index - 1].0 == sorted[index].0 { continue }
            let leftScore = left.reduce(0) { $0 + $1 * $1 } / Double(index)
            let score = leftScore + right.reduce(0) { $0 + $1 * $1 } / Double(sorted.count - index)
            if score > bestScore {
                bestScore = score
                slots[place].feature = feature
                slots[place].threshold = (sorted[index - 1].0 + sorted[index].0) / 2
            }
        }
    }
    let feature = slots[place].feature
    if feature < 0 { return }
    let threshold = slots[place].threshold
    let left = rows.filter { points[$0][feature] <= threshold }
    let right = rows.filter { points[$0][feature] > threshold }
    grow(&slots, at: 2 * place + 1, left, depth: depth - 1, points, labels)
    grow(&slots, at: 2 * place + 2, right, depth: depth - 1, points, labels)
}
