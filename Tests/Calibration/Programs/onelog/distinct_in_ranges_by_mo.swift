// what: Counts distinct values in n ranges, in the block order of Mo.
// time: n^1.5
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Between queries of a block the ends move by order sqrt(n) on average, n sqrt(n) moves in all.

struct Query {
    let low: Int
    let high: Int
}

func work(_ values: [Int]) -> Int {
    let n = values.count
    guard n > 1 else { return n }
    let keys = values.map { $0 % n }
    let width = max(1, Int(Double(n).squareRoot()))
    var state: UInt64 = 99_991
    let queries = (0..<n).map { _ -> Query in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let a = Int(state >> 33) % n
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let b = Int(state >> 33) % n
        return Query(low: min(a, b), high: max(a, b))
    }
    let order = queries.sorted { ($0.low / width, $0.high) < ($1.low / width, $1.high) }
    var counts = [Int](repeating: 0, count: n)
    var (low, high, distinct, digest) = (0, -1, 0, 0)
    func add(_ key: Int) {
        if counts[key] == 0 { distinct += 1 }
        counts[key] += 1
    }
    func remove(_ key: Int) {
        counts[key] -= 1
        if counts[key] == 0 { distinct -= 1 }
    }
    for query in order {
        while low > query.low {
            low -= 1
            add(keys[low])
        }
        while high < query.high {
            high += 1
            add(keys[high])
        }
        while low < query.low {
            remove(keys[low])
            low += 1
        }
        while high > query.high {
            remove(keys[high])
            high -= 1
        }
        digest = (digest &* 3) ^ distinct
    }
    return digest
}
