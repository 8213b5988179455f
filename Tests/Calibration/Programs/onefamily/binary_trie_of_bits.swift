// what: Largest exclusive or with an earlier value, on a trie of 30 bits.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Every value walks 30 levels, whatever the order; on random values the trie has order n nodes.

struct Trie {
    private var children: [(Int32, Int32)] = [(-1, -1)]

    mutating func insert(_ key: Int) {
        var node = 0
        for bit in (0..<30).reversed() {
            let one = (key >> bit) & 1 == 1
            var child = one ? children[node].1 : children[node].0
            if child < 0 {
                child = Int32(children.count)
                children.append((-1, -1))
                if one {
                    children[node].1 = child
                } else {
                    children[node].0 = child
                }
            }
            node = Int(child)
        }
    }

    func farthest(from key: Int) -> Int {
        var node = 0
        var difference = 0
        for bit in (0..<30).reversed() {
            let (zero, one) = children[node]
            let wanted = (key >> bit) & 1 == 1 ? zero : one
            let other = (key >> bit) & 1 == 1 ? one : zero
            if wanted >= 0 {
                difference |= 1 << bit
                node = Int(wanted)
            } else {
                node = Int(other)
            }
        }
        return difference
    }
}

func work(_ values: [Int]) -> Int {
    var trie = Trie()
    var best = 0
    for value in values {
        trie.insert(value)
        best = max(best, trie.farthest(from: value))
    }
    return best
}
