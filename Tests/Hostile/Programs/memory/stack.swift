// tries: to fill the stack by recursion without end
// holds: the run ends at the limit of the stack or of memory
// verdict: run-time-error or memory-limit-exceeded
@inline(never)
func depth(_ values: [Int], _ level: Int) -> Int {
    if level > 100_000_000 { return level }
    return depth(values + [level & 1], level + 1) ^ values.count
}

@inline(never)
func sink(_ level: Int) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 4096) { block in
        block.initialize(repeating: level)
        return level > 1_000_000 ? level : sink(level + 1) &+ block[level % 4096]
    }
}

func total(_ values: [Int]) -> Int {
    print("breach: a stack of 32 GB", sink(1))
    return -1
}
