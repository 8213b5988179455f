import Foundation

private struct Neighbour: Comparable {
    var far: Double
    var at: Int
    var tag: Int
    static func < (x: Neighbour, y: Neighbour) -> Bool {
        guard x.far != y.far else { return x.at < y.at }
        return x.far < y.far
    }
}

private func measure(from start: [Double], to end: [Double]) -> Double {
    start.indices.reduce(0) { partial, axis in partial + pow(start[axis] - end[axis], 2) }
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    guard !queries.isEmpty else { return [] }
    let training = zip(points, labels)
    var verdicts = Array(repeating: 0, count: queries.count)
    for number in 0..<queries.count {
        var neighbours = [Neighbour]()
        for (place, example) in training.enumerated() {
            neighbours.append(Neighbour(far: measure(from: example.0, to: queries[number]), at: place, tag: example.1))
        }
        neighbours.sort()
        var ballot = [Int: Int]()
        var leader = neighbours[0].tag
        for neighbour in neighbours[..<k] { ballot[neighbour.tag, default: 0] += 1 }
        for tag in ballot.keys.sorted()
        where ballot[tag]! > ballot[leader]! || (ballot[tag]! == ballot[leader]! && tag < leader) {
            leader = tag
        }
        verdicts[number] = leader
    }
    return verdicts
}
