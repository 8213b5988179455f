// what: Counts the inversions of every suffix afresh with a Fenwick tree.
// time: n^2 log n
// space: n
// time-bound: n^2 * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: n suffixes of n/2 values on average, and two walks of order log(n) for each; ranks and the tree take n.

struct Fenwick {
    var cells: [Int]

    init(count: Int) { cells = [Int](repeating: 0, count: count + 1) }

    mutating func increment(_ position: Int) {
        var index = position + 1
        while index < cells.count {
            cells[index] += 1
            index += index & -index
        }
    }

    func prefix(_ end: Int) -> Int {
        var index = end
        var sum = 0
        while index > 0 {
            sum += cells[index]
            index -= index & -index
        }
        return sum
    }
}

func work(_ values: [Int]) -> Int {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Int](repeating: 0, count: values.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    var digest = 0
    for start in values.indices {
        var tree = Fenwick(count: values.count)
        var inversions = 0
        for seen in start..<values.count {
            inversions += seen - start - tree.prefix(ranks[seen])
            tree.increment(ranks[seen])
        }
        digest = (digest &* 7) ^ inversions
    }
    return digest
}
