// what: Finds the widest gap-weighted pair of runs of one value by going through its earlier runs at each new run.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Equal values make one run and distinct ones a single run per value; few distinct values in random order make order n runs for eight values.

struct Run {
    var start: Int
    var end: Int
}

func work(_ values: [Int]) -> Int {
    var runs: [Int: [Run]] = [:]
    var start = 0
    var best = 0
    while start < values.count {
        let value = values[start]
        var end = start + 1
        while end < values.count && values[end] == value { end += 1 }
        for earlier in runs[value, default: []] {
            let gap = start - earlier.end
            let length = (end - start) &* (earlier.end - earlier.start)
            best = max(best, (gap ^ (earlier.start & 15)) / length)
        }
        runs[value, default: []].append(Run(start: start, end: end))
        start = end
    }
    return best &* 65_537 &+ runs.count
}
