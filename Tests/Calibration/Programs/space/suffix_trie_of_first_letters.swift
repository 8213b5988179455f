// what: Counts the distinct substrings of the first sqrt(n) values, read as letters, with a suffix trie.
// time: n
// space: n
// time-bound: n
// space-bound: sqrt(n)
// time-verdict: within
// space-verdict: over
// why: A text of sqrt(n) letters has n / 2 suffix letters, and on varied text nearly each gets a node of its own.

func work(_ values: [Int]) -> Int {
    let length = max(1, Int(Double(values.count).squareRoot()))
    let letters = values.prefix(length).map { ($0 ^ ($0 >> 5)) & 7 }
    var children = [Int32](repeating: 0, count: 8)
    var deepest = 0
    for start in letters.indices {
        var node = 0
        for place in start..<length {
            let slot = node * 8 + letters[place]
            if children[slot] == 0 {
                children[slot] = Int32(children.count / 8)
                for _ in 0..<8 { children.append(0) }
            } else {
                deepest = max(deepest, place - start + 1)
            }
            node = Int(children[slot])
        }
    }
    return children.count / 8 * 1_000 + deepest
}
