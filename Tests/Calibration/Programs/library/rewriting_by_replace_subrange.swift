// what: A rewriting system that replaces one symbol by two at a place that each value chooses.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: replaceSubrange moves the tail behind a place anywhere in the list, once per value, and the list grows to n symbols.

func work(_ values: [Int]) -> Int {
    var symbols = [1]
    for value in values {
        let place = value % symbols.count
        let old = symbols[place]
        symbols.replaceSubrange(place...place, with: [old &* 5 & 0xFFFF, old ^ (value & 0xFF)])
    }
    return symbols.reduce(0) { ($0 &* 33) ^ $1 }
}
