// what: How many meetings overlap at most, by sorting starts and ends.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Two library sorts of n values each, which take n log n on random values, and a linear sweep.

struct Meeting {
    var start: Int
    var end: Int
}

func roomsNeeded(for meetings: [Meeting]) -> Int {
    let starts = meetings.map(\.start).sorted()
    let ends = meetings.map(\.end).sorted()
    var busy = 0
    var most = 0
    var finished = 0
    for start in starts {
        while finished < ends.count && ends[finished] <= start {
            finished += 1
            busy -= 1
        }
        busy += 1
        most = max(most, busy)
    }
    return most
}

func work(_ values: [Int]) -> Int {
    let meetings = values.map { Meeting(start: $0, end: $0 + 1 + ($0 &* 7_919) % 100_000_007) }
    return roomsNeeded(for: meetings)
}
