// what: Brings the values into bit-reversed order by splitting them into even and odd places, recursively.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: Every one of log2(n) levels moves all n values there and back; a copy and a scratch array are held.

func shuffle(_ items: inout [Int], _ scratch: inout [Int], from low: Int, to high: Int) {
    guard high - low > 2 else { return }
    let middle = low + (high - low + 1) / 2
    for place in low..<high {
        let offset = place - low
        scratch[offset & 1 == 0 ? low + offset / 2 : middle + offset / 2] = items[place]
    }
    for place in low..<high { items[place] = scratch[place] }
    shuffle(&items, &scratch, from: low, to: middle)
    shuffle(&items, &scratch, from: middle, to: high)
}

func work(_ values: [Int]) -> Int {
    var items = values
    var scratch = values
    shuffle(&items, &scratch, from: 0, to: items.count)
    return items.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
