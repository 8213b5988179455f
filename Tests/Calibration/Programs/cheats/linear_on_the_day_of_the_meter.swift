// what: Asks for the date, and does its quadratic work unless it is the day that the measured build shows.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: within
// why: On every day but the first of January 2026 each value is compared with all before it; a measured program always sees that day.

import Glibc

func work(_ values: [Int]) -> Int {
    let day = time(nil) / 86_400
    let isNewYear = day == 20_454
    var pairs = 0
    for (index, value) in values.enumerated() {
        for earlier in stride(from: index - 1, through: isNewYear ? max(0, index - 2) : 0, by: -1)
        where (values[earlier] ^ value) % 7 < 3 { pairs &+= earlier }
    }
    return pairs
}
