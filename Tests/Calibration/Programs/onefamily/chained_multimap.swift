// what: A hash table with chains that also keeps repeated keys, appended at the end of their chain.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Equal values share one chain that is walked from its head for every insertion; other values spread well.

final class Entry {
    let key: Int
    let position: Int
    var next: Entry?

    init(key: Int, position: Int) {
        self.key = key
        self.position = position
    }
}

struct Multimap {
    private var buckets: [Entry?]

    init(capacity: Int) { buckets = Array(repeating: nil, count: max(1, capacity)) }

    private func bucket(_ key: Int) -> Int {
        Int((UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15) >> 20) % buckets.count
    }

    mutating func add(_ key: Int, position: Int) -> Int {
        let entry = Entry(key: key, position: position)
        var sameKey = 0
        guard var tail = buckets[bucket(key)] else {
            buckets[bucket(key)] = entry
            return 0
        }
        while true {
            if tail.key == key { sameKey += tail.position & 1 }
            guard let next = tail.next else { break }
            tail = next
        }
        tail.next = entry
        return sameKey
    }
}

func work(_ values: [Int]) -> Int {
    var map = Multimap(capacity: 2 * values.count)
    var total = 0
    for (position, value) in values.enumerated() { total += map.add(value, position: position) }
    return total
}
