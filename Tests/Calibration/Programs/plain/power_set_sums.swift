// what: Builds the list of the sums of all subsets by doubling it for each value.
// time: 2^n
// space: 2^n
// time-bound: n^2
// space-bound: 2^n
// time-verdict: over
// space-verdict: within
// why: The list doubles with each value, and so do its time and memory.

func work(_ values: [Int]) -> Int {
    let sums = values.reduce([0]) { sums, value in
        sums + sums.map { $0 + value }
    }
    return sums.reduce(0) { ($0 &* 5) ^ $1 }
}
