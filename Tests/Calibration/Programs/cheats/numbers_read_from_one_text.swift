// what: Writes all values into one text of nine-digit fields and reads them back with strtol from field to field.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Each call of strtol begins where the one before ended, so that the text of 10 n characters is read once.

import Glibc

func work(_ values: [Int]) -> Int {
    var text: [CChar] = []
    text.reserveCapacity(values.count * 10 + 1)
    for value in values {
        var power = 100_000_000
        while power > 0 {
            text.append(CChar(48 + value / power % 10))
            power /= 10
        }
        text.append(32)
    }
    text.append(0)
    return text.withUnsafeMutableBufferPointer { characters in
        var place = characters.baseAddress
        var sum = 0
        for _ in values.indices { sum = (sum &* 3) ^ strtol(place!, &place, 10) }
        return sum
    }
}
