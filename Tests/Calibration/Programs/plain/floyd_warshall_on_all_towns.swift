// what: Distances between all pairs of n towns by Floyd and Warshall.
// time: n^3
// space: n^2
// time-bound: n^2
// space-bound: n^2
// time-verdict: over
// space-verdict: within
// why: Three nested loops over n towns; the matrix of distances has n squared entries.

func relax(_ row: inout [Int32], by start: Int32, onward: [Int32]) {
    for to in 0..<min(row.count, onward.count) {
        row[to] = min(row[to], start &+ onward[to])
    }
}

func work(_ values: [Int]) -> Int {
    let count = values.count
    var distance = [[Int32]](repeating: [Int32](repeating: 0, count: count), count: count)
    for from in 0..<count {
        for to in 0..<count where to != from {
            let mixed = values[from] ^ values[to] &+ from &* to
            distance[from][to] = Int32(mixed & 0xF_FFFF) + 1
        }
    }
    for via in 0..<count {
        let onward = distance[via]
        for from in 0..<count {
            relax(&distance[from], by: distance[from][via], onward: onward)
        }
    }
    return distance.reduce(0) { $0 &+ Int($1.reduce(0, ^)) }
}
