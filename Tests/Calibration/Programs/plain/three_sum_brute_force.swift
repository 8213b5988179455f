// what: Counts the triples of values with a small remainder of their sum by three loops.
// time: n^3
// space: 1
// time-bound: n^2
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: n^3 / 6 triples are looked at, where n^2 was asked for.

func work(_ values: [Int]) -> Int {
    let n = values.count
    var triples = 0
    for i in 0..<n {
        for j in 0..<i {
            for k in 0..<j {
                if (values[i] + values[j] + values[k]) % 101 == 0 { triples += 1 }
            }
        }
    }
    return triples
}
