// what: Prim's minimum spanning tree on a complete graph whose weights come from the values.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: n rounds that each scan all vertices for the nearest one and update its distances.

func spanningWeight(count: Int, weight: (Int, Int) -> Int) -> Int {
    guard count > 0 else { return 0 }
    var distance = [Int](repeating: Int.max, count: count)
    var inTree = [Bool](repeating: false, count: count)
    distance[0] = 0
    var total = 0
    for _ in 0..<count {
        var nearest = -1
        for vertex in 0..<count where !inTree[vertex] {
            if nearest < 0 || distance[vertex] < distance[nearest] { nearest = vertex }
        }
        inTree[nearest] = true
        total += distance[nearest]
        for vertex in 0..<count where !inTree[vertex] {
            distance[vertex] = min(distance[vertex], weight(nearest, vertex))
        }
    }
    return total
}

func work(_ values: [Int]) -> Int {
    spanningWeight(count: values.count) { (values[$0] ^ values[$1]) % 10_007 + 1 }
}
