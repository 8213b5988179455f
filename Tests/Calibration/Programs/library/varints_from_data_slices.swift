// what: Writes the values as variable-length integers and reads them back from a Data that is sliced byte by byte.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: A value takes at most five bytes, and dropFirst makes a slice that shares the bytes.

import Foundation

func work(_ values: [Int]) -> Int {
    var encoded = Data()
    for value in values {
        var left = value
        while left > 127 {
            encoded.append(UInt8(left & 127 | 128))
            left >>= 7
        }
        encoded.append(UInt8(left))
    }
    var rest = encoded
    var total = 0
    var number = 0
    var shift = 0
    while let byte = rest.first {
        rest = rest.dropFirst()
        number |= Int(byte & 127) << shift
        shift += 7
        if byte < 128 {
            total = (total &* 5) ^ number
            number = 0
            shift = 0
        }
    }
    return total
}
