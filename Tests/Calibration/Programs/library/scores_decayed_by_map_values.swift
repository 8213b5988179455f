// what: Counts hits per key with a decay: all scores are mapped to smaller ones at each hit.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: mapValues visits every key so far and makes a new dictionary; distinct values give up to n keys at n hits.

func work(_ values: [Int]) -> Int {
    var scores: [Int: Int] = [:]
    for value in values {
        scores = scores.mapValues { $0 - $0 / 8 }
        scores[value, default: 0] += 1_000
    }
    var digest = scores.count
    for (key, score) in scores { digest ^= key &* 31 &+ score }
    return digest
}
