func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    var predictions: [Int] = []
    for query in queries {
        var distances: [(distance: Double, index: Int)] = []
        for i in 0..<points.count {
            distances.append((euclidean(points[i], query), i))
        }
        distances.sort {
            if $0.distance != $1.distance { return $0.distance < $1.distance }
            return $0.index < $1.index
        }
        var counts: [Int: Int] = [:]
        for i in 0..<k {
            counts[labels[distances[i].index], default: 0] += 1
        }
        var bestLabel = -1
        var bestCount = -1
        for (label, count) in counts {
            if count > bestCount || (count == bestCount && label < bestLabel) {
                bestCount = count
                bestLabel = label
            }
        }
        predictions.append(bestLabel)
    }
    return predictions
}

func euclidean(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in 0..<a.count {
        let difference = a[i] - b[i]
        sum += difference * difference
    }
    return sum
}
