// what: The middle key after each insertion, found by running over counts of root-sized buckets.
// time: n^1.5
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: Each of n queries passes up to sqrt(n) buckets and then sqrt(n) keys, where constant time each was asked for.

func work(_ values: [Int]) -> Int {
    let count = values.count
    let width = max(1, Int(Double(count).squareRoot()))
    var amounts = [Int](repeating: 0, count: count)
    var buckets = [Int](repeating: 0, count: count / width + 1)
    var digest = 0
    for (index, value) in values.enumerated() {
        let key = (index &* 7919 &+ value) % count
        amounts[key] += 1
        buckets[key / width] += 1
        var rest = index / 2
        var bucket = 0
        while buckets[bucket] <= rest {
            rest -= buckets[bucket]
            bucket += 1
        }
        var place = bucket * width
        while amounts[place] <= rest {
            rest -= amounts[place]
            place += 1
        }
        digest = (digest &* 3) ^ place
    }
    return digest
}
