// what: Walks over a string with its count in the loop condition.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: String.count steps through all n characters, and the condition asks for it n times.

func work(_ values: [Int]) -> Int {
    var text = ""
    for value in values {
        text.append(Character(UnicodeScalar(UInt8(97 + value % 26))))
    }
    var position = 0
    var hash = 5
    while position < text.count {
        hash = (hash &* 31) ^ values[position]
        position += 1
    }
    return hash
}
