// what: Keeps the first occurrence of each value, asked of an array with contains.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: contains scans up to n kept values; on values without repetition that is n^2 / 2 comparisons.

func unique<T: Equatable>(_ items: [T]) -> [T] {
    var kept: [T] = []
    for item in items where !kept.contains(item) {
        kept.append(item)
    }
    return kept
}

func work(_ values: [Int]) -> Int {
    unique(values).enumerated().reduce(0) { $0 &+ ($1.offset ^ $1.element) }
}
