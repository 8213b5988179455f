// The fast way: every feature is sorted once, and each split carries the sorted orders over to its children with one
// stable pass. A level then costs d*n, without the logarithm. Nodes live in flat arrays and wait on a stack of their
// own. Of equally good splits the last one wins.

func decisionTree(points: [[Double]], labels: [Int], maxDepth: Int, queries: [[Double]]) -> [Int] {
    var tree = FlatTree(points: points, labels: labels)
    tree.grow(maxDepth: maxDepth)
    return queries.map { tree.predict($0) }
}

private struct FlatTree {
    private let count: Int
    private let dimensions: Int
    private let classes: Int
    private let labels: [Int]
    /// Column-major: feature f of point i is at f * count + i.
    private var values: [Double]
    /// For each feature the points in its order; a node owns the same range in all of them.
    private var order: [Int]
    private var scratch: [Int]
    private var goesLeft: [Bool]

    // One entry a node; feature -1 marks a leaf, whose `left` is its label.
    private var feature: [Int] = []
    private var threshold: [Double] = []
    private var left: [Int] = []

    init(points: [[Double]], labels: [Int]) {
        count = points.count
        dimensions = points[0].count
        self.labels = labels
        classes = labels.max()! + 1
        values = []
        values.reserveCapacity(count * dimensions)
        order = []
        order.reserveCapacity(count * dimensions)
        for feature in 0..<dimensions {
            let column = points.map { $0[feature] }
            order += column.indices.sorted { column[$0] < column[$1] }
            values += column
        }
        scratch = Array(repeating: 0, count: count)
        goesLeft = Array(repeating: false, count: count)
    }

    private mutating func newNode() -> Int {
        feature.append(-1)
        threshold.append(0)
        left.append(0)
        return feature.count - 1
    }

    mutating func grow(maxDepth: Int) {
        var waiting = [(node: newNode(), start: 0, end: count, depth: 0)]
        while let (node, start, end, depth) = waiting.popLast() {
            var counts = [Int](repeating: 0, count: classes)
            for position in start..<end { counts[labels[order[position]]] += 1 }
            var majority = 0
            for label in 1..<max(classes, 1) where counts[label] > counts[majority] { majority = label }
            left[node] = majority
            if depth == maxDepth || counts[majority] == end - start { continue }
            guard let split = bestSplit(start, end, counts) else { continue }
            let middle = part(start, end, split.feature, split.leftCount)
            let children = newNode()
            _ = newNode()
            feature[node] = split.feature
            threshold[node] = split.threshold
            left[node] = children
            waiting.append((children, start, middle, depth + 1))
            waiting.append((children + 1, middle, end, depth + 1))
        }
    }

    private func bestSplit(
        _ start: Int, _ end: Int, _ counts: [Int]
    ) -> (feature: Int, leftCount: Int, threshold: Double)? {
        var best: (feature: Int, leftCount: Int, threshold: Double)?
        var bestScore = -Double.infinity
        let total = counts.reduce(0) { $0 + $1 * $1 }
        var below = counts
        for feature in 0..<dimensions {
            let base = feature * count
            for label in 0..<classes { below[label] = 0 }
            var belowSquares = 0
            var aboveSquares = total
            for position in start..<(end - 1) {
                let row = order[base + position]
                let label = labels[row]
                belowSquares += 2 * below[label] + 1
                below[label] += 1
                aboveSquares -= 2 * (counts[label] - below[label]) + 1
                let value = values[base + row]
                let next = values[base + order[base + position + 1]]
                if value == next { continue }
                let leftSize = Double(position + 1 - start)
                let rightSize = Double(end - position - 1)
                let score = Double(belowSquares) / leftSize + Double(aboveSquares) / rightSize
                if score >= bestScore {
                    bestScore = score
                    best = (feature, position + 1 - start, value + (next - value) / 2)
                }
            }
        }
        return best
    }

    /// Parts every feature's order, keeping it sorted on both sides; returns where the right side starts.
    private mutating func part(_ start: Int, _ end: Int, _ feature: Int, _ leftCount: Int) -> Int {
        for position in start..<end {
            goesLeft[order[feature * count + position]] = position < start + leftCount
        }
        for feature in 0..<dimensions {
            let base = feature * count
            var write = base + start
            var kept = 0
            for position in (base + start)..<(base + end) {
                let row = order[position]
                if goesLeft[row] {
                    order[write] = row
                    write += 1
                } else {
                    scratch[kept] = row
                    kept += 1
                }
            }
            for index in 0..<kept { order[write + index] = scratch[index] }
        }
        return start + leftCount
    }

    func predict(_ query: [Double]) -> Int {
        var node = 0
        while feature[node] >= 0 { node = left[node] + (query[feature[node]] <= threshold[node] ? 0 : 1) }
        return left[node]
    }
}
