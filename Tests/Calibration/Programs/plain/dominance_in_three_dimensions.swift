// what: Counts pairs that are ordered in position, value and a third key, by halving with a Fenwick tree.
// time: n log^2 n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: On each of log2(n) levels n keys enter or ask a Fenwick tree in log n steps; order, scratch and tree take order n.

struct Dominance {
    let values, third: [Int]
    var order, tree: [Int]
    var pairs = 0

    mutating func add(_ amount: Int, at key: Int) {
        var node = key + 1
        while node < tree.count {
            tree[node] += amount
            node += node & -node
        }
    }

    func sum(through key: Int) -> Int {
        var (node, total) = (key + 1, 0)
        while node > 0 {
            total += tree[node]
            node -= node & -node
        }
        return total
    }

    mutating func solve(_ low: Int, _ high: Int) {
        guard high - low > 1 else { return }
        let middle = (low + high) / 2
        solve(low, middle)
        solve(middle, high)
        var merged: [Int] = []
        var left = low
        for right in middle..<high {
            while left < middle && values[order[left]] <= values[order[right]] {
                add(1, at: third[order[left]])
                merged.append(order[left])
                left += 1
            }
            pairs += sum(through: third[order[right]])
            merged.append(order[right])
        }
        for place in low..<left { add(-1, at: third[order[place]]) }
        merged.append(contentsOf: order[left..<middle])
        order.replaceSubrange(low..<high, with: merged)
    }
}

func work(_ values: [Int]) -> Int {
    let third = values.indices.map { $0 &* 7919 % values.count }
    let tree = [Int](repeating: 0, count: values.count + 1)
    var dominance = Dominance(values: values, third: third, order: Array(values.indices), tree: tree)
    dominance.solve(0, values.count)
    return dominance.pairs
}
