// what: A digest of 64 evenly spaced samples.
// time: 1
// space: 1
// time-bound: log(n)
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: The loop runs 64 times for every n and keeps one word.

func work(_ values: [Int]) -> Int {
    guard !values.isEmpty else { return 0 }
    var digest = 14_695_981_039
    for sample in 0..<64 {
        digest = (digest ^ values[sample * values.count / 64]) &* 1_099_511_627
        digest ^= digest >> 29
    }
    return digest
}
