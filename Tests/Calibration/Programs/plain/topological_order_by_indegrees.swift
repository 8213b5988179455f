// what: Orders the tasks of a sparse graph by Kahn's algorithm and folds them in that order.
// time: n
// space: n
// time-bound: sqrt(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Every task has at most two successors, and each arc is looked at twice; the lists and counts take order n.

func work(_ values: [Int]) -> Int {
    let count = values.count
    var successors = [[Int]](repeating: [], count: count)
    var waitingFor = [Int](repeating: 0, count: count)
    for task in 0..<count {
        for target in [task + 1 + values[task] % 5, task + 7 + values[task] / 5 % 11] where target < count {
            successors[task].append(target)
            waitingFor[target] += 1
        }
    }
    var ready = (0..<count).filter { waitingFor[$0] == 0 }
    var order = 1
    while let task = ready.popLast() {
        order = (order &* 131) ^ (values[task] &+ task)
        for target in successors[task] {
            waitingFor[target] -= 1
            if waitingFor[target] == 0 { ready.append(target) }
        }
    }
    return order
}
