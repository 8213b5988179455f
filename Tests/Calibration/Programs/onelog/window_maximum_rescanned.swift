// what: The maximum of every window of sqrt(n) values, each scanned from its start.
// time: n^1.5
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: n windows of sqrt(n) values each.

func work(_ values: [Int]) -> Int {
    let width = max(1, Int(Double(values.count).squareRoot()))
    var total = 0
    for start in stride(from: 0, through: values.count - width, by: 1) {
        var highest = Int.min
        var place = start
        for index in start..<(start + width) where values[index] ^ (index & 3) > highest {
            highest = values[index] ^ (index & 3)
            place = index
        }
        total = (total &* 3) ^ (highest &+ place)
    }
    return total
}
