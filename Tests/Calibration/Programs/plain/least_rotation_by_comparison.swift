// what: The start of the least rotation of the values, comparing each rotation with the best one letter by letter.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: When all values are equal, each of n comparisons runs through all n places; only indices are kept.

func work(_ values: [Int]) -> Int {
    let count = values.count
    var best = 0
    for start in stride(from: 1, to: count, by: 1) {
        var offset = 0
        while offset < count {
            let candidate = values[(start + offset) % count]
            let champion = values[(best + offset) % count]
            if candidate != champion {
                if candidate < champion { best = start }
                break
            }
            offset += 1
        }
    }
    return best
}
