final class KMeansModel {
    enum Phase { case assigning, updating }

    private let data: [[Double]]
    private var centroids: [[Double]]
    private var membership: [Int: [Int]] = [:]
    private var assignment: [Int]

    init(data: [[Double]], start: [[Double]]) {
        self.data = data
        self.centroids = start
        self.assignment = [Int](repeating: -1, count: data.count)
    }

    private func run(_ phase: Phase) {
        switch phase {
        case .assigning:
            membership.removeAll()
            for row in data.indices {
                let chosen = pick(row)
                assignment[row] = chosen
                membership[chosen, default: []].append(row)
            }
        case .updating:
            for (cluster, rows) in membership {
                for axis in centroids[cluster].indices {
                    var mean = 0.0
                    for (seen, row) in rows.enumerated() {
                        mean += (data[row][axis] - mean) / Double(seen + 1)
                    }
                    centroids[cluster][axis] = mean
                }
            }
        }
    }

    private func pick(_ row: Int) -> Int {
        var answer: (index: Int, gap: Double)?
        for (index, centroid) in centroids.enumerated() {
            let gap = zip(centroid, data[row]).reduce(into: 0.0) { sum, pair in
                sum += (pair.0 - pair.1) * (pair.0 - pair.1)
            }
            if let current = answer, current.gap <= gap { continue }
            answer = (index, gap)
        }
        return answer?.index ?? 0
    }

    func fit(rounds: Int) -> ([[Double]], [Int]) {
        for _ in stride(from: 0, to: rounds, by: 1) {
            run(.assigning)
            run(.updating)
        }
        run(.assigning)
        return (centroids, assignment)
    }
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    let model = KMeansModel(data: points, start: initialCentroids)
    let result = model.fit(rounds: iterations)
    return (centroids: result.0, labels: result.1)
}
