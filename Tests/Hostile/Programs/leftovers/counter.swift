// tries: to count in static storage how often it was called, over all cases
// holds: each case is a process of its own: it is always the first call
// verdict: accepted
nonisolated(unsafe) var calls = 0

func total(_ values: [Int]) -> Int {
    calls += 1
    if calls > 1 { print("breach: call number \(calls)") }
    return calls > 1 ? -1 : values.reduce(0, +)
}
