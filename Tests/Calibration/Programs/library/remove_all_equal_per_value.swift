// what: Groups equal values by taking one and removing all of its kind with removeAll(where:).
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each group costs a pass over all that remain; without repetition there are n groups.

func work(_ values: [Int]) -> Int {
    var rest = values
    var groups = 0
    while let last = rest.last {
        let before = rest.count
        rest.removeAll { $0 == last }
        let size = before - rest.count
        groups = groups &* 3 &+ size
    }
    return groups
}
