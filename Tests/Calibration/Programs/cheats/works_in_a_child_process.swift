// what: Forks a child for the quadratic work and takes eight bits of it as the child's status.
// time: n^2
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: not-within
// why: The child compares all pairs of a copy of the values.

import Glibc

@_silgen_name("fork")
func forkProcess() -> Int32

func pairs(_ values: [Int]) -> Int {
    var count = 0
    for x in values {
        for y in values where (x &+ y) % 9 == 4 { count += 1 }
    }
    return count
}

func work(_ values: [Int]) -> Int {
    let copy = values.map { $0 >> 2 }
    let child = forkProcess()
    if child < 0 { abort() }
    if child == 0 { _exit(Int32(pairs(copy) & 0x7F)) }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return Int(status) &+ copy.reduce(0, ^)
}
