// what: Adds the values in a balanced order with a counter of partial results.
// time: n
// space: log n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: within
// why: The counter has one place for each bit of n, and carries are constant on average.

func work(_ values: [Int]) -> Int {
    var places: [Int?] = []
    for value in values {
        var carry = value
        var level = 0
        while level < places.count, let held = places[level] {
            carry = (held &* 31 ^ carry) & 0xFF_FFFF_FFFF
            places[level] = nil
            level += 1
        }
        if level == places.count {
            places.append(carry)
        } else {
            places[level] = carry
        }
    }
    return places.reduce(places.count) { $0 ^ ($1 ?? 7) }
}
