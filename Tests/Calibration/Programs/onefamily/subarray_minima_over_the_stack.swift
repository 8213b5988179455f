// what: Sums the minima of the subarrays that end at each place by walking over a monotonic stack.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: log(n)
// time-verdict: over
// space-verdict: over
// why: Only ascending values let the stack grow to n entries; at random it holds about ln n, with few distinct values at most eight.

func work(_ values: [Int]) -> Int {
    var stack: [(minimum: Int, width: Int)] = []
    var total = 0
    for value in values {
        var width = 1
        while let top = stack.last, top.minimum >= value {
            width += top.width
            stack.removeLast()
        }
        stack.append((value, width))
        var ending = 0
        for entry in stack { ending = (ending ^ (entry.minimum >> 3)) &+ entry.minimum &* entry.width }
        total = (total &* 3) ^ ending
    }
    return total
}
