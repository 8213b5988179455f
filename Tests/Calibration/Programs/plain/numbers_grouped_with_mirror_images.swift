// what: Counts groups of numbers that read alike from one end or the other, with the lesser reading as the key.
// time: n
// space: n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: over
// why: A number has at most ten digits to turn round, and each enters a dictionary once, which gets order n keys when the values differ.

func signature(_ value: Int) -> String {
    let digits = String(value)
    return min(digits, String(digits.reversed()))
}

func work(_ values: [Int]) -> Int {
    var sizes: [String: Int] = [:]
    for value in values { sizes[signature(value), default: 0] += 1 }
    return sizes.values.reduce(sizes.count) { $0 &+ $1 &* $1 }
}
