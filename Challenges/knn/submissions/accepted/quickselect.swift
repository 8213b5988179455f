/// Selects instead of sorting: the k-th neighbour is found by partitions around a random pivot, in expected time n.
///
/// Time q*n*d expected, space n. Sums run from the last column to the first.
func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    var random = SystemRandomNumberGenerator()
    var predictions: [Int] = []
    var candidates = [Candidate](repeating: Candidate(distance: 0, index: 0), count: points.count)
    for query in queries {
        for (index, point) in points.enumerated() {
            var sum = 0.0
            for column in query.indices.reversed() {
                sum += (query[column] - point[column]) * (query[column] - point[column])
            }
            candidates[index] = Candidate(distance: sum, index: index)
        }
        select(&candidates, k, &random)

        var counts: [Int: Int] = [:]
        var winner = (label: Int.max, count: 0)
        for candidate in candidates[..<k] {
            let label = labels[candidate.index]
            let count = counts[label, default: 0] + 1
            counts[label] = count
            if count > winner.count || count == winner.count && label < winner.label { winner = (label, count) }
        }
        predictions.append(winner.label)
    }
    return predictions
}

private struct Candidate: Comparable {
    let distance: Double
    let index: Int

    static func < (a: Candidate, b: Candidate) -> Bool {
        a.distance < b.distance || a.distance == b.distance && a.index < b.index
    }
}

/// Moves the `count` smallest values to the front, in no particular order (Hoare's selection).
private func select(_ values: inout [Candidate], _ count: Int, _ random: inout SystemRandomNumberGenerator) {
    var low = 0
    var high = values.count - 1
    while low < high {
        let pivot = values[Int.random(in: low...high, using: &random)]
        var left = low
        var right = high
        while left <= right {
            while values[left] < pivot { left += 1 }
            while pivot < values[right] { right -= 1 }
            if left <= right {
                values.swapAt(left, right)
                left += 1
                right -= 1
            }
        }
        // Now low...right <= pivot <= left...high, and what lies between is the pivot itself.
        if count - 1 <= right {
            high = right
        } else if count - 1 >= left {
            low = left
        } else {
            return
        }
    }
}
