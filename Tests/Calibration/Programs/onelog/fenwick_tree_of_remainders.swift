// what: For each value, the sum of those before it with a smaller remainder, on a Fenwick tree.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: An update and a query of order log(n) steps for each of n values; the tree has n cells.

func work(_ values: [Int]) -> Int {
    let size = values.count
    var tree = [Int](repeating: 0, count: size + 1)
    var answer = 0
    for (position, value) in values.enumerated() {
        let remainder = (value &* 31 &+ position) % max(1, size)
        var index = remainder
        while index > 0 {
            answer = answer &+ tree[index]
            index &= index - 1
        }
        index = remainder + 1
        while index <= size {
            tree[index] = tree[index] &+ value
            index += index & -index
        }
    }
    return answer
}
