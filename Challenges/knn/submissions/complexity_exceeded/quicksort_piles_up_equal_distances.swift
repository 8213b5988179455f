// Right, but its own quicksort leaves all keys that equal the pivot on one side, so that m equal distances take m
// passes: time in n: n^2 instead of n*log(n), where few distances differ.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    queries.map { query in
        let distances = points.map { squaredDistance($0, query) }
        var sorted = distances
        quicksort(&sorted, 0, sorted.count - 1)
        let radius = sorted[k - 1]
        // All nearer points, then as many of those at the radius as there is room for, in the order of the points.
        var votes = points.indices.filter { distances[$0] < radius }.map { labels[$0] }
        for index in points.indices where votes.count < k && distances[index] == radius { votes.append(labels[index]) }
        return vote(votes)
    }
}

/// Sorts `values[low...high]` around its middle element.
private func quicksort(_ values: inout [Double], _ low: Int, _ high: Int) {
    guard low < high else { return }
    values.swapAt(low + (high - low) / 2, high)
    let pivot = values[high]
    var end = low
    for index in low..<high where values[index] < pivot {
        values.swapAt(index, end)
        end += 1
    }
    values.swapAt(end, high)
    quicksort(&values, low, end - 1)
    quicksort(&values, end + 1, high)
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}

/// The most frequent label, the smallest when tied.
private func vote(_ labels: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key
}
