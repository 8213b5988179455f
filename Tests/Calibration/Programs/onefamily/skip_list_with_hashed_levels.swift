// what: Counts the values in a skip list whose node heights come from a hash of the node number.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Heights do not depend on the keys, so a search takes order log n steps in any order of insertion; equal values share a node.

struct SkipList {
    private static let levels = 14
    private var keys = [Int.min]
    private var counts = [0]
    private var next = [Int32](repeating: 0, count: SkipList.levels)
    private var height = 1

    mutating func insert(_ key: Int) -> Int {
        var path = [Int](repeating: 0, count: SkipList.levels)
        var node = 0
        var steps = 0
        for level in (0..<height).reversed() {
            while case let after = Int(next[node * SkipList.levels + level]), after > 0, keys[after] <= key {
                node = after
                steps += 1
            }
            path[level] = node
        }
        if keys[node] == key {
            counts[node] += 1
            return steps ^ counts[node]
        }
        let made = keys.count
        let hash = UInt(made) &* 0x9E37_79B9_7F4A_7C15
        let levels = 1 + min(SkipList.levels - 1, (hash ^ (hash >> 31)).leadingZeroBitCount)
        height = max(height, levels)
        keys.append(key)
        counts.append(1)
        for level in 0..<SkipList.levels {
            let before = path[level] * SkipList.levels + level
            next.append(level < levels ? next[before] : 0)
            if level < levels { next[before] = Int32(made) }
        }
        return steps
    }
}

func work(_ values: [Int]) -> Int {
    var list = SkipList()
    var digest = 0
    for value in values { digest = (digest &* 3) ^ list.insert(value) }
    return digest
}
