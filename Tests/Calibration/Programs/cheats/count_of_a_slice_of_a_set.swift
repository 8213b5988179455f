// what: Counts a slice of a set again for each value, behind an existential that a cast brings.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: A slice of a set knows no count, so the library's unspecialised default steps over n / 64 indices in each of n rounds.

nonisolated(unsafe) var thing: Any = 0

@inline(never)
func countAnew() -> Int { (thing as! any Collection).count }

func work(_ values: [Int]) -> Int {
    var members = Set<Int>()
    for index in 0...(values.count / 64) { members.insert(index << 30 | values[index % values.count]) }
    thing = Slice(base: members, bounds: members.startIndex..<members.endIndex)
    var total = 0
    for value in values { total = (total &* 3) ^ (countAnew() &+ value) }
    thing = 0
    return total
}
