// what: The fullest knapsack with the whole table of items and capacities, and the way back through it.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: over
// why: The table has (n + 1)^2 entries and each takes order 1.

func work(_ values: [Int]) -> Int {
    let capacity = values.count
    let width = capacity + 1
    let weights = values.map { 1 + $0 % capacity }
    var fullest = [UInt16](repeating: 0, count: (weights.count + 1) * width)
    for (item, weight) in weights.enumerated() {
        let old = item * width
        let new = old + width
        for room in 0...capacity {
            var best = fullest[old + room]
            if room >= weight { best = max(best, fullest[old + room - weight] + UInt16(weight)) }
            fullest[new + room] = best
        }
    }
    var room = capacity
    var digest = Int(fullest[weights.count * width + capacity])
    for item in stride(from: weights.count - 1, through: 0, by: -1)
    where fullest[(item + 1) * width + room] != fullest[item * width + room] {
        digest = (digest &* 3) ^ item
        room -= weights[item]
    }
    return digest
}
