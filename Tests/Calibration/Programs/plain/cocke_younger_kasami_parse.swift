// what: Parses the values as letters of a fixed grammar in normal form, by Cocke, Younger and Kasami.
// time: n^3
// space: n^2
// time-bound: n^3
// space-bound: n^2
// time-verdict: within
// space-verdict: within
// why: Each of n^2/2 stretches is split at every place with a table lookup for the rules; one byte is kept for each stretch.

func combinations() -> [UInt8] {
    let rules: [(UInt8, UInt8, UInt8)] = [(1, 2, 4), (1, 4, 8), (2, 1, 8), (4, 2, 2), (4, 1, 1), (8, 8, 2), (8, 4, 1)]
    var table = [UInt8](repeating: 0, count: 256)
    for left in UInt8(0)..<16 {
        for right in UInt8(0)..<16 {
            for rule in rules where left & rule.1 != 0 && right & rule.2 != 0 {
                table[Int(left << 4 | right)] |= rule.0
            }
        }
    }
    return table
}

func work(_ values: [Int]) -> Int {
    let count = values.count
    guard count > 0 else { return 0 }
    let table = combinations()
    var parsed = [UInt8](repeating: 0, count: count * count)
    for low in (0..<count).reversed() {
        parsed[low * count + low] = 1 << UInt8((values[low] + low) & 3)
        for high in stride(from: low + 1, to: count, by: 1) {
            var found: UInt8 = 0
            for cut in low..<high {
                found |= table[Int(parsed[low * count + cut] << 4 | parsed[(cut + 1) * count + high])]
            }
            parsed[low * count + high] = found
        }
    }
    return parsed.reduce(0) { $0 &* 3 &+ Int($1) }
}
