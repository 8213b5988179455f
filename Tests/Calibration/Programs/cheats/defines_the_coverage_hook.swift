// what: Defines the hook of the coverage counters itself, so that nothing is counted.
// time: n^2
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: not-within
// why: All pairs of a copy are compared.

@_cdecl("__sanitizer_cov_trace_pc_guard")
func silentHook(_ location: UnsafeMutablePointer<UInt32>) {
    location.pointee = 0
}

func work(_ values: [Int]) -> Int {
    let copy = values.sorted()
    var pairs = 0
    for i in copy.indices {
        for j in copy.indices where (copy[i] ^ copy[j]) % 13 == 2 { pairs += i &- j }
    }
    return pairs
}
