// what: Mean and variance in one pass by Welford's update.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: Three numbers are kept whatever n is.

struct Moments {
    var count = 0.0
    var mean = 0.0
    var squares = 0.0

    mutating func add(_ sample: Double) {
        count += 1
        let delta = sample - mean
        mean += delta / count
        squares += delta * (sample - mean)
    }
}

func work(_ values: [Int]) -> Int {
    var moments = Moments()
    for value in values { moments.add(Double(value % 10_007)) }
    return values.isEmpty ? 0 : Int(moments.mean * 1_000) ^ Int(moments.squares / moments.count)
}
