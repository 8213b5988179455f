// what: Adds weights over all ordered ways to cut a rod of length n into pieces.
// time: 2^n
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The first piece has every length from 1 to n, and the rest is cut likewise: 2^(n - 1) ways. The recursion is at most n deep.

func cuts(_ rest: Int, _ values: [Int]) -> Int {
    if rest == 0 { return 1 }
    var total = 0
    for piece in 1...rest {
        total = (total ^ values[piece - 1]) &+ cuts(rest - piece, values)
    }
    return total
}

func work(_ values: [Int]) -> Int {
    cuts(values.count, values)
}
