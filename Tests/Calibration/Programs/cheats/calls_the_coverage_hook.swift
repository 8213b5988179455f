// what: Declares the hook of the coverage counters and feeds it a guard of its own.
// time: n^2
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: not-within
// why: All pairs are compared, with a copy of the values, whatever the hook makes of the guard.

@_silgen_name("__sanitizer_cov_trace_pc_guard")
func coverageHook(_ location: UnsafeMutablePointer<UInt32>)

func work(_ values: [Int]) -> Int {
    var location: UInt32 = 0
    coverageHook(&location)
    let copy = values.map { $0 % 4_099 }
    var pairs = 0
    for x in copy {
        for y in copy where x &* y & 63 == 5 { pairs += 1 }
    }
    coverageHook(&location)
    return pairs
}
