// what: Finds the integer root of n by counting up, and folds the values at the squares.
// time: sqrt n
// space: 1
// time-bound: 1
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: The counter passes sqrt(n) squares, where a constant number of steps was asked for.

func work(_ values: [Int]) -> Int {
    var root = 0
    var fold = 1
    while root * root < values.count {
        fold = (fold &* 31) ^ values[root * root]
        root += 1
    }
    return fold &+ root
}
