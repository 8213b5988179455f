// what: Compares each value with the one sqrt(n) places before, which a ring buffer keeps.
// time: n
// space: sqrt n
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: The buffer holds 4 sqrt(n) values, although the array itself could be asked.

struct Ring {
    private var slots: [Int]
    private var next = 0

    init(capacity: Int) { slots = Array(repeating: 0, count: capacity) }

    mutating func exchange(_ value: Int) -> Int {
        let old = slots[next]
        slots[next] = value
        next = (next + 1) % slots.count
        return old
    }
}

func work(_ values: [Int]) -> Int {
    var ring = Ring(capacity: 4 * Int(Double(values.count).squareRoot()) + 1)
    var greater = 0
    for value in values {
        greater = (greater &* 3) ^ (value &- ring.exchange(value))
    }
    return greater
}
