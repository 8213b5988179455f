// what: Range minima in constant time from a sparse table.
// time: n log n
// space: n log n
// time-bound: n
// space-bound: n * log(n)
// strict: true
// time-verdict: over
// space-verdict: within
// why: The table has log2(n) rows of n minima, which take n log n to fill and to hold; the queries are linear.

struct SparseTable {
    private var rows: [[Int]]

    init(_ values: [Int]) {
        rows = [values]
        var width = 1
        while 2 * width <= values.count {
            let last = rows[rows.count - 1]
            rows.append((0...(values.count - 2 * width)).map { min(last[$0], last[$0 + width]) })
            width *= 2
        }
    }

    func minimum(_ range: Range<Int>) -> Int {
        let row = Int.bitWidth - 1 - range.count.leadingZeroBitCount
        return min(rows[row][range.lowerBound], rows[row][range.upperBound - (1 << row)])
    }
}

func work(_ values: [Int]) -> Int {
    let table = SparseTable(values)
    return values.indices.reduce(0) { sum, index in
        let other = values[index] % values.count
        return sum &+ table.minimum(min(index, other)..<(max(index, other) + 1))
    }
}
