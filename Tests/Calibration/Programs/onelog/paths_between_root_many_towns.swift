// what: All shortest paths between sqrt(n) towns whose distances are the values.
// time: n^1.5
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Three loops over sqrt(n) towns each; the distances are a copy of n cells.

func work(_ values: [Int]) -> Int {
    let towns = Int(Double(values.count).squareRoot())
    var distance = values
    for via in 0..<towns {
        for from in 0..<towns {
            let first = distance[from * towns + via]
            for to in 0..<towns where first + distance[via * towns + to] < distance[from * towns + to] {
                distance[from * towns + to] = first + distance[via * towns + to]
            }
        }
    }
    return distance.reduce(1) { ($0 &* 31) ^ $1 }
}
