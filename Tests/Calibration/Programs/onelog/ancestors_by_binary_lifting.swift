// what: Finds far ancestors in a random tree with a table of jumps of doubled length.
// time: n log n
// space: n log n
// time-bound: n * log(n)
// space-bound: n
// strict: true
// time-verdict: within
// space-verdict: over
// why: log2(n) tables of n jumps are built and kept, and each of n questions takes up to log2(n) jumps; linear memory was asked for.

func work(_ values: [Int]) -> Int {
    let count = values.count
    guard count > 1 else { return 0 }
    var jumps = [values.indices.map { $0 == 0 ? 0 : max(0, $0 - 1 - values[$0] % 3) }]
    while 1 << jumps.count < count {
        let shorter = jumps[jumps.count - 1]
        jumps.append(
            shorter.map {
                shorter[$0]
            })
    }
    var digest = 0
    for node in 0..<count {
        let distance = (node &* 7919) % count
        var ancestor = node
        for level in 0..<jumps.count where distance >> level & 1 == 1 {
            ancestor = jumps[level][ancestor]
        }
        digest = (digest &* 5) ^ ancestor
    }
    return digest
}
