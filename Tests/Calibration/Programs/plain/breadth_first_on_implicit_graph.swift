// what: Breadth-first search on a graph whose edges are computed from pairs of values.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each vertex that leaves the queue is compared with all n others; queue and marks take n.

func connected(_ a: Int, _ b: Int) -> Bool {
    (a &+ b) % 5 != 1
}

func work(_ values: [Int]) -> Int {
    var level = [Int](repeating: -1, count: values.count)
    var queue: [Int] = []
    var next = 0
    var digest = 0
    for source in values.indices where level[source] < 0 {
        level[source] = 0
        queue.append(source)
        while next < queue.count {
            let vertex = queue[next]
            next += 1
            digest = (digest &* 3) ^ vertex
            for other in values.indices where level[other] < 0 {
                if connected(values[vertex], values[other]) {
                    level[other] = level[vertex] + 1
                    queue.append(other)
                }
            }
        }
    }
    return digest ^ (level.max() ?? 0)
}
