// what: Leaves a text in a global and searches it with strstr for each value in a handler that runs at the exit.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: The handler of the one call reads the text of n characters n times, all of it in the C library and after the answer.

import Glibc

nonisolated(unsafe) var text: [CChar] = []
nonisolated(unsafe) var wanted: [CChar] = [97, 98, 99, 100, 0]
nonisolated(unsafe) var found = 0

func work(_ values: [Int]) -> Int {
    let isFirst = text.isEmpty
    text = values.map { CChar(97 + $0 % 3) }
    text.append(0)
    if isFirst {
        atexit {
            for index in 0..<text.count - 1 {
                wanted[0] = text[index]
                if strstr(text, wanted) != nil { found += 1 }
            }
        }
    }
    return values.reduce(found, ^)
}
