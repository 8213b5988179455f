// what: Distance to the next greater value with a monotonic stack.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Each index is pushed once and popped at most once; on reversed values the stack grows to n.

func work(_ values: [Int]) -> Int {
    var stack: [Int] = []
    var total = 0
    for (index, value) in values.enumerated() {
        while let top = stack.last, values[top] < value {
            total += index - top
            stack.removeLast()
        }
        stack.append(index)
    }
    return total * 3 + stack.count
}
