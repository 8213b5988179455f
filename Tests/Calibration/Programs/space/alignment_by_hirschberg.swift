// what: A longest common subsequence with its letters, by Hirschberg's halving with single rows.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The halves of a table of n by n / 2 entries add up to twice its size; only rows of length n are held, and they shrink with the depth.

struct Alignment {
    let a: [Int]
    let b: [Int]
    var common: [Int] = []

    func lastRow(_ rows: [Int], _ columns: [Int]) -> [Int] {
        var row = [Int](repeating: 0, count: columns.count + 1)
        for i in rows {
            var diagonal = 0
            for (place, j) in columns.enumerated() {
                let above = row[place + 1]
                row[place + 1] = a[i] == b[j] ? diagonal + 1 : max(above, row[place])
                diagonal = above
            }
        }
        return row
    }

    mutating func align(_ rows: Range<Int>, _ columns: Range<Int>) {
        if rows.isEmpty || columns.isEmpty { return }
        if rows.count == 1 {
            if let match = columns.first(where: { b[$0] == a[rows.lowerBound] }) { common.append(b[match]) }
            return
        }
        let middle = (rows.lowerBound + rows.upperBound) / 2
        let front = lastRow(Array(rows.lowerBound..<middle), Array(columns))
        let back = lastRow((middle..<rows.upperBound).reversed(), columns.reversed())
        var cut = 0
        for place in 0...columns.count
        where front[place] + back[columns.count - place] > front[cut] + back[columns.count - cut] {
            cut = place
        }
        let split = columns.lowerBound + cut
        align(rows.lowerBound..<middle, columns.lowerBound..<split)
        align(middle..<rows.upperBound, split..<columns.upperBound)
    }
}

func work(_ values: [Int]) -> Int {
    let half = values.count / 2
    var alignment = Alignment(a: values[..<half].map { $0 % 5 }, b: values[half...].map { $0 % 5 })
    alignment.align(0..<half, 0..<(values.count - half))
    return alignment.common.reduce(alignment.common.count) { ($0 &* 7) ^ $1 }
}
