// Right but too slow: every rotation is a matrix, and three products of n by n matrices, n^5 in all.
func leadingEigenpairs(matrix: [[Double]], k: Int) -> (values: [Double], vectors: [[Double]]) {
    let size = matrix.count
    var a = matrix
    var vectors = a.indices.map { row in a.indices.map { $0 == row ? 1.0 : 0.0 } }
    // What is smaller than this is rounding.
    let limit = 1e-14 * largestEntry(matrix)
    for _ in 0..<15 {
        for p in 0..<size {
            for q in p + 1..<size where abs(a[p][q]) > limit {
                let half = (a[q][q] - a[p][p]) / 2
                let root = (half * half + a[p][q] * a[p][q]).squareRoot()
                let t = a[p][q] / (half + (half < 0 ? -root : root))
                let c = 1 / (t * t + 1).squareRoot()
                let s = t * c
                var rotation = a.indices.map { row in a.indices.map { $0 == row ? 1.0 : 0.0 } }
                (rotation[p][p], rotation[p][q], rotation[q][p], rotation[q][q]) = (c, -s, s, c)
                a = product(rotation, product(a, transposed(rotation)))
                vectors = product(rotation, vectors)
            }
        }
    }
    let order = (0..<size).sorted { abs(a[$0][$0]) > abs(a[$1][$1]) }.prefix(k)
    return (order.map { a[$0][$0] }, order.map { vectors[$0] })
}

private func largestEntry(_ matrix: [[Double]]) -> Double {
    matrix.joined().reduce(0) { max($0, abs($1)) }
}

private func transposed(_ matrix: [[Double]]) -> [[Double]] {
    matrix.indices.map { column in matrix.map { $0[column] } }
}

private func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
    let columns = transposed(right)
    return left.map { row in columns.map { zip(row, $0).reduce(0) { $0 + $1.0 * $1.1 } } }
}
