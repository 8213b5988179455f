// what: Collects the values in a set by union with a set of one, and looks at both sets.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The old set is still needed after union, which has to copy it; on values without repetition it has up to n
//   members.

func work(_ values: [Int]) -> Int {
    var seen: Set<Int> = []
    var firsts = 0
    for (index, value) in values.enumerated() {
        let extended = seen.union([value])
        if extended.count > seen.count { firsts = (firsts &* 3) ^ index }
        seen = extended
    }
    return firsts &+ seen.count
}
