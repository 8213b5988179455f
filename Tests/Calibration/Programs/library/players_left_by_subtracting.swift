// what: Sends players home in groups of six and gets those who still wait by subtracting a set.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: subtracting leaves the old set alone and makes a new one of all who are left, in each of n / 6 rounds.

func work(_ values: [Int]) -> Int {
    var waiting = Set(values.indices)
    var digest = 0
    for start in stride(from: 0, to: values.count, by: 6) {
        let group = Set(start..<min(start + 6, values.count))
        let left = waiting.subtracting(group)
        digest = (digest &* 3) ^ (waiting.count - left.count &+ values[start])
        if left.contains(values[start] % values.count) { digest &+= 1 }
        waiting = left
    }
    return digest
}
