// what: Counts at how many places the first half of the values occurs, by trying every place.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: With equal values every place matches to the end of the half; with others nearly all places fail after a few elements. Slices share the values.

func work(_ values: [Int]) -> Int {
    let needle = values.prefix(values.count / 2)
    var places = 0
    var last = 0
    for start in 0...(values.count - needle.count) {
        if values[start...].starts(with: needle) {
            places += 1
            last = start
        }
    }
    return places &* 1_000_003 ^ last
}
