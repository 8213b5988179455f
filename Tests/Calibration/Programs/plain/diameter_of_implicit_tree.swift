// what: The heaviest path between two nodes of the implicit binary tree of the values.
// time: n
// space: log n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: within
// why: Each node is visited once; the recursion is as deep as the balanced tree.

struct Measure {
    var height: Int
    var diameter: Int
}

func measure(_ values: [Int], _ node: Int) -> Measure {
    guard node < values.count else { return Measure(height: 0, diameter: 0) }
    let left = measure(values, 2 * node + 1)
    let right = measure(values, 2 * node + 2)
    let through = left.height + right.height + values[node]
    return Measure(
        height: max(left.height, right.height) + values[node],
        diameter: max(left.diameter, right.diameter, through))
}

func work(_ values: [Int]) -> Int {
    measure(values, 0).diameter
}
