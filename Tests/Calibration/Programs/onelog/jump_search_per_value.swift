// what: Looks up each value in evenly spaced thresholds by jump search.
// time: n^1.5
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each search jumps over up to sqrt(n) blocks and then steps through one, where bisection was asked for.

func jump(_ sorted: [Int], _ wanted: Int, stride width: Int) -> Int {
    var block = 0
    while block + width < sorted.count && sorted[block + width] <= wanted { block += width }
    var place = block
    while place + 1 < sorted.count && sorted[place + 1] <= wanted { place += 1 }
    return place
}

func work(_ values: [Int]) -> Int {
    let count = values.count
    let thresholds = (0..<count).map { 1_000_000_007 / count * $0 }
    let width = max(1, Int(Double(count).squareRoot()))
    var digest = 0
    for (index, value) in values.enumerated() {
        let wanted = (value &+ index &* 22_695_477) % 1_000_000_007
        digest = (digest &* 7) ^ jump(thresholds, wanted, stride: width)
    }
    return digest
}
