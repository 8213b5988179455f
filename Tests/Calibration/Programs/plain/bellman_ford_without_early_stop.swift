// what: Cheapest routes from the first town by relaxing all roads n times.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Two roads leave each town, and all 2n are relaxed in each of n rounds; one distance per town.

struct Road {
    let from: Int
    let to: Int
    let length: Int
}

func work(_ values: [Int]) -> Int {
    let count = values.count
    guard count > 0 else { return 0 }
    let far = Int.max / 4
    var roads: [Road] = []
    for (town, value) in values.enumerated() {
        roads.append(Road(from: town, to: (town + 1) % count, length: value % 1000 + 1))
        roads.append(Road(from: town, to: (town &* 31 &+ value) % count, length: value % 5003 + 100))
    }
    var distance = [Int](repeating: far, count: count)
    distance[0] = 0
    for _ in 1..<max(2, count) {
        for road in roads {
            distance[road.to] = min(distance[road.to], distance[road.from] + road.length)
        }
    }
    return distance.reduce(0) { ($0 &* 3) ^ $1 }
}
