// what: Holds a copy of the values in a temporary allocation.
// time: n
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: withUnsafeTemporaryAllocation takes n words from the stack or the heap for the length of the closure.

func work(_ values: [Int]) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: values.count + 1) { buffer in
        buffer.initialize(repeating: 1)
        for (index, value) in values.enumerated() { buffer[values.count - index] = value }
        var hash = 0
        for value in buffer { hash = (hash &* 31) ^ value }
        return hash
    }
}
