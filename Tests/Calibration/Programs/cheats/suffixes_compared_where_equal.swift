// what: Compares each suffix of a text with the next one in C, which only takes long where the values are equal.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: On equal values the suffixes agree to their ends, 2 n of 4 n characters on average; other families have their first difference soon and do a few counted rounds more.

import Glibc

func work(_ values: [Int]) -> Int {
    var text: [CChar] = []
    for value in values {
        for shift in stride(from: 0, to: 8, by: 2) { text.append(CChar(97 + (value >> shift) & 15)) }
    }
    text.append(0)
    var hash = 0
    text.withUnsafeBufferPointer { characters in
        for index in 0..<values.count - 1 {
            let order = strcmp(characters.baseAddress! + index * 4, characters.baseAddress! + index * 4 + 4)
            hash = (hash &* 31) ^ Int(order.signum())
            if values[index] != values[index + 1] {
                for round in 1...12 + values[index] % 4 { hash = (hash &* 5 ^ values[index] / round) % 1_000_003 }
            }
        }
    }
    return hash
}
