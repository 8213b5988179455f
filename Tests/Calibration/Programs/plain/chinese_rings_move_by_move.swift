// what: Takes n Chinese rings off the bar one move at a time.
// time: 2^n
// space: n
// time-bound: 2^n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The puzzle needs two thirds of 2^n moves, and the first ring in place is found in constant time on average; one flag per ring.

func work(_ values: [Int]) -> Int {
    var onBar = [Bool](repeating: true, count: values.count)
    var left = values.count
    var digest = 0
    while left > 0 {
        var ring = 0
        if left & 1 == 0 {
            while !onBar[ring] {
                ring += 1
            }
            ring += 1
        }
        left += onBar[ring] ? -1 : 1
        onBar[ring].toggle()
        digest = (digest &* 3) ^ values[ring]
    }
    return digest
}
