// what: Walks over a C string with strlen in the loop condition, while it changes the string.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: strlen reads all 32 n characters again in each of n rounds.

import Glibc

func work(_ values: [Int]) -> Int {
    var text: [CChar] = []
    for value in values {
        text.append(contentsOf: repeatElement(CChar(65 + value % 26), count: 32))
    }
    text.append(0)
    return text.withUnsafeMutableBufferPointer { characters in
        var position = 0
        var hash = 0
        while position < strlen(characters.baseAddress!) {
            hash = (hash &* 31) ^ Int(characters[position])
            characters[position] ^= 32
            position += 32
        }
        return hash
    }
}
