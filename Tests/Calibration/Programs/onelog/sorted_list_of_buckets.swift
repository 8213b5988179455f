// what: A sorted collection kept in buckets of order sqrt(n) values.
// time: n^1.5
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each insertion looks at up to order sqrt(n) buckets and shifts values within one, where log(n) was asked for.

struct BucketList {
    private var buckets: [[Int]] = [[]]
    private let limit: Int

    init(expecting count: Int) {
        var root = 4
        while root * root < count { root += 1 }
        limit = root
    }

    mutating func insert(_ value: Int) -> Int {
        var bucket = 0
        var before = 0
        while bucket + 1 < buckets.count, let last = buckets[bucket].last, last < value {
            before += buckets[bucket].count
            bucket += 1
        }
        var place = buckets[bucket].count
        buckets[bucket].append(value)
        while place > 0 && buckets[bucket][place - 1] > value {
            buckets[bucket].swapAt(place - 1, place)
            place -= 1
        }
        if buckets[bucket].count > 2 * limit {
            let upper = Array(buckets[bucket][limit...])
            buckets[bucket].removeSubrange(limit...)
            buckets.insert(upper, at: bucket + 1)
        }
        return before + place
    }
}

func work(_ values: [Int]) -> Int {
    var list = BucketList(expecting: values.count)
    return values.reduce(0) { $0 &* 5 &+ list.insert($1) }
}
