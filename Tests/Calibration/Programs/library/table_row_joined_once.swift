// what: Formats the values as one line with separators and folds its bytes.
// time: n
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: Each value gives at most ten digits; the strings and the line are held, n bytes and more.

func work(_ values: [Int]) -> Int {
    let fields = values.map { String($0, radix: 16) }
    let line = fields.joined(separator: ";")
    var hash = 5_381
    for byte in line.utf8 { hash = (hash &* 33) ^ Int(byte) }
    return hash
}
