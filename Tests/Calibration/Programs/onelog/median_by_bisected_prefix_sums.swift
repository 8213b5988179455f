// what: The running median, found by bisection over prefix counts of a Fenwick tree.
// time: n log^2 n
// space: n
// time-bound: n * log(n)
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: Each of n values takes log2(n) bisection steps with a prefix sum of order log(n) each, one log too many.

struct Counts {
    private var cells: [Int]

    init(_ count: Int) { cells = Array(repeating: 0, count: count + 1) }

    mutating func add(_ rank: Int) {
        var index = rank + 1
        while index < cells.count {
            cells[index] += 1
            index += index & -index
        }
    }

    func below(_ rank: Int) -> Int {
        var (index, sum) = (rank, 0)
        while index > 0 {
            sum += cells[index]
            index -= index & -index
        }
        return sum
    }
}

func work(_ values: [Int]) -> Int {
    let size = values.count
    var counts = Counts(size)
    var digest = 0
    for (position, value) in values.enumerated() {
        counts.add(((value ^ (position &* 40_503)) & 0x7FFF_FFFF) % size)
        var low = 0
        var high = size
        while low + 1 < high {
            let middle = (low + high) / 2
            if counts.below(middle) * 2 <= position {
                low = middle
            } else {
                high = middle
            }
        }
        digest = (digest &* 3) ^ low
    }
    return digest
}
