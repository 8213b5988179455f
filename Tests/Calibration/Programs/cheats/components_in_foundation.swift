// what: Splits the whole line with Foundation's components(separatedBy:) for every field.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: Foundation walks over order n characters in each of n rounds; the fields are freed after each.

import Foundation

func work(_ values: [Int]) -> Int {
    let line = values.map { "\($0 % 100)" }.joined(separator: "; ")
    var sum = 0
    for index in values.indices {
        let fields = line.components(separatedBy: "; ")
        sum = (sum &* 3) ^ (Int(fields[index]) ?? 0)
    }
    return sum
}
