// what: Two numbers with a given sum, asked of the keys view of a dictionary.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The keys view answers contains by hashing, in constant time, unlike an array of the keys.

func work(_ values: [Int]) -> Int {
    var positions: [Int: Int] = [:]
    var pairs = 0
    for (index, value) in values.enumerated() {
        let partner = 1_000_000_007 - value
        if positions.keys.contains(partner) { pairs += positions[partner]! }
        positions.updateValue(index, forKey: value)
    }
    return pairs * 31 + positions.count
}
