// what: Keeps the hop distances from sqrt(n) landmarks to all nodes of a sparse graph.
// time: n^1.5
// space: n^1.5
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: over
// why: A breadth-first search over n nodes with two edges each for every landmark; all sqrt(n) rows of n distances are kept.

func distances(from source: Int, _ jump: [Int]) -> [Int32] {
    let count = jump.count
    var distance = [Int32](repeating: -1, count: count)
    var queue = [source]
    distance[source] = 0
    var head = 0
    while head < queue.count {
        let node = queue[head]
        head += 1
        for next in [(node + 1) % count, jump[node]] where distance[next] < 0 {
            distance[next] = distance[node] + 1
            queue.append(next)
        }
    }
    return distance
}

func work(_ values: [Int]) -> Int {
    let count = values.count
    let side = max(1, Int(Double(count).squareRoot()))
    let jump = values.map { $0 % count }
    let rows = (0..<side).map { distances(from: $0 * side, jump) }
    var total = 0
    for step in 0..<count {
        let row = rows[step % side]
        total = (total &* 3) ^ Int(row[step] &+ row[jump[step]])
    }
    return total
}
