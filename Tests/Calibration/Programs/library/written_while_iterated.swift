// what: Mixes each element into another place of the array over which the loop runs.
// time: n
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: The loop holds the old array, so the first write copies it, and all later ones find the copy unique: one copy of n values.

func work(_ values: [Int]) -> Int {
    var state = values
    for (index, value) in state.enumerated() {
        let place = (index &* 7 &+ 3) % state.count
        state[place] ^= value >> 1 &+ index
    }
    var digest = 0
    for value in state { digest = (digest &* 31) ^ value }
    return digest
}
