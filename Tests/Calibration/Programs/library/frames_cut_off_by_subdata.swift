// what: Decodes length-prefixed frames and keeps the rest of the message as subdata after each one.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: subdata(in:) copies everything after the frame, once for each of n frames of at most 15 bytes; only two copies live at a time.

import Foundation

func message(of values: [Int]) -> Data {
    var data = Data()
    for value in values {
        let length = 10 + value % 5
        data.append(UInt8(length))
        for byte in 0..<length { data.append(UInt8(truncatingIfNeeded: value >> (byte & 7))) }
    }
    return data
}

func work(_ values: [Int]) -> Int {
    var rest = message(of: values)
    var total = 0
    while !rest.isEmpty {
        let length = Int(rest[0])
        total = (total &* 7) ^ (Int(rest[1]) << 8 | Int(rest[length]))
        rest = rest.subdata(in: (length + 1)..<rest.count)
    }
    return total
}
