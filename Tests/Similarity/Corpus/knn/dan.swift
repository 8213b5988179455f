final class Classifier {
    private let points: [[Double]]
    private let labels: [Int]

    init(_ points: [[Double]], _ labels: [Int]) {
        self.points = points
        self.labels = labels
    }

    /// The distances to all points, and below which of them the k nearest lie.
    func classify(_ query: [Double], _ k: Int) -> Int {
        var order = [Int](points.indices)
        let distances = points.map { squared($0, query) }
        partition(&order, distances, k)
        var histogram = [(label: Int, votes: Int)]()
        for index in order[..<k] {
            let label = labels[index]
            if let known = histogram.firstIndex(where: { $0.label == label }) {
                histogram[known].votes += 1
            } else {
                histogram.append((label, 1))
            }
        }
        histogram.sort { $0.votes == $1.votes ? $0.label < $1.label : $0.votes > $1.votes }
        return histogram.first!.label
    }

    private func squared(_ a: [Double], _ b: [Double]) -> Double {
        var result: Double = 0
        var i = 0
        repeat {
            result += (a[i] - b[i]) * (a[i] - b[i])
            i += 1
        } while i < a.count
        return result
    }

    private func partition(_ order: inout [Int], _ distances: [Double], _ k: Int) {
        var lo = 0
        var hi = order.count - 1
        while lo < hi {
            let pivot = order[lo + (hi - lo) / 2]
            func precedes(_ a: Int, _ b: Int) -> Bool {
                distances[a] < distances[b] || distances[a] == distances[b] && a < b
            }
            var i = lo
            var j = hi
            while i <= j {
                while precedes(order[i], pivot) { i += 1 }
                while precedes(pivot, order[j]) { j -= 1 }
                if i <= j {
                    order.swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if k - 1 <= j { hi = j } else if k - 1 >= i { lo = i } else { return }
        }
    }
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    let classifier = Classifier(points, labels)
    return queries.map { classifier.classify($0, k) }
}
