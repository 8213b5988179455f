// what: Reads a string character by character with an index from its start.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: index(offsetBy:) steps over i characters for the i-th one.

extension String {
    subscript(offset: Int) -> Character {
        self[index(startIndex, offsetBy: offset)]
    }
}

func work(_ values: [Int]) -> Int {
    let text = String(values.map { Character(UnicodeScalar(UInt8(65 + $0 % 26))) })
    var vowels = 0
    for index in 0..<values.count {
        switch text[index] {
        case "A", "E", "I", "O", "U": vowels += index
        default: vowels += 1
        }
    }
    return vowels
}
