// what: Stores values as offsets from the lowest so far, and rebases all offsets when a lower one comes.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: In descending order every value is a new minimum; at random there are about ln n of them, mostly early.

struct Offsets {
    private(set) var base: Int
    private(set) var offsets: [Int] = []

    init(base: Int) { self.base = base }

    mutating func append(_ value: Int) {
        if value < base {
            let shift = base - value
            for index in offsets.indices { offsets[index] += shift }
            base = value
        }
        offsets.append(value - base)
    }
}

func work(_ values: [Int]) -> Int {
    guard let first = values.first else { return 0 }
    var series = Offsets(base: first)
    for value in values { series.append(value) }
    return series.offsets.reduce(series.base) { ($0 &* 3) ^ $1 }
}
