// tries: to hold more than it may in a large array of static storage, made at its first use
// holds: the run ends at the memory limit
// verdict: memory-limit-exceeded or run-time-error
nonisolated(unsafe) var field = [Int](repeating: 1, count: 50_000_000)

func total(_ values: [Int]) -> Int {
    for place in field.indices { field[place] &+= place }
    print("breach: 400 MB of static storage", field[field.count - 1])
    return -1
}
