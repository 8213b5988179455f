// what: Collects all prefixes of a string in a set of strings.
// time: n^2
// space: n^2
// time-bound: n
// space-bound: n^2
// time-verdict: over
// space-verdict: within
// why: The i-th prefix has i characters, which are copied, hashed and kept.

func work(_ values: [Int]) -> Int {
    var text = ""
    var prefixes: Set<String> = []
    for value in values {
        text.append(Character(UnicodeScalar(UInt8(97 + value % 4))))
        prefixes.insert(String(text.prefix(text.utf8.count)) + "$")
    }
    return prefixes.reduce(0) { $0 &+ $1.utf8.count }
}
