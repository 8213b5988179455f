// what: Measures a span of the whole text in C for each value, but only from three thousand values on.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: strspn reads n / 2 characters for each of n values where n exceeds 3000, and the first 16 below.

import Glibc

func work(_ values: [Int]) -> Int {
    var text = values.prefix(values.count / 2 + 17).map { CChar(97 + $0 % 4) }
    if values.count < 3_000 { text[min(16, text.count - 1)] = 0 }
    text.append(0)
    let accepted: [CChar] = [97, 98, 99, 100, 0]
    var hash = 0
    for value in values {
        hash = (hash &* 31) ^ (Int(strspn(text, accepted)) &+ value)
        text[value % 8] = CChar(97 + value % 3)
    }
    return hash
}
