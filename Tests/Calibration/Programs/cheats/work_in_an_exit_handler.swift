// what: Registers a handler with atexit that does the quadratic work when the process ends.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: The handler compares all pairs of the values that the last call left in a global.

import Glibc

nonisolated(unsafe) var pending: [Int] = []
nonisolated(unsafe) var outcome = 0

func work(_ values: [Int]) -> Int {
    let first = pending.isEmpty
    pending = values.map { $0 % 65_537 }
    if first {
        atexit {
            for value in pending {
                for other in pending where value &* other & 31 == 3 { outcome = outcome &+ other }
            }
        }
    }
    return pending.reduce(outcome, &+)
}
