// what: Starts a thread for the quadratic work and waits for it.
// time: n^2
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: not-within
// why: The thread compares all pairs of a copy of the values.

import Glibc

nonisolated(unsafe) var shared: [Int] = []
nonisolated(unsafe) var total = 0

func hiddenPart(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    for x in shared {
        for y in shared where (x ^ y) & 31 == 7 { total = total &+ x }
    }
    return argument
}

func work(_ values: [Int]) -> Int {
    shared = values.map { $0 % 32_749 }
    total = 0
    var thread = pthread_t()
    let status = pthread_create(&thread, nil, hiddenPart, nil)
    guard status == 0 else { abort() }
    pthread_join(thread, nil)
    return total
}
