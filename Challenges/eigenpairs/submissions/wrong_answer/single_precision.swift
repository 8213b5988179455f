// Wrong: everything is computed in single precision.
func leadingEigenpairs(matrix: [[Double]], k: Int) -> (values: [Double], vectors: [[Double]]) {
    let size = matrix.count
    var a = matrix.map { $0.map { Float($0) } }
    var vectors = a.indices.map { row in a.indices.map { $0 == row ? Float(1) : 0 } }
    // What is smaller than this is rounding.
    let limit = Float(1e-7 * largestEntry(matrix))
    for _ in 0..<15 {
        for p in 0..<size {
            for q in p + 1..<size where abs(a[p][q]) > limit {
                let half = (a[q][q] - a[p][p]) / 2
                let root = (half * half + a[p][q] * a[p][q]).squareRoot()
                let t = a[p][q] / (half + (half < 0 ? -root : root))
                let c = 1 / (t * t + 1).squareRoot()
                let s = t * c
                for i in 0..<size {
                    let (x, y) = (a[i][p], a[i][q])
                    a[i][p] = c * x - s * y
                    a[i][q] = s * x + c * y
                }
                turn(&a, p, q, c, s)
                turn(&vectors, p, q, c, s)
            }
        }
    }
    let order = (0..<size).sorted { abs(a[$0][$0]) > abs(a[$1][$1]) }.prefix(k)
    return (order.map { Double(a[$0][$0]) }, order.map { vectors[$0].map { Double($0) } })
}

private func largestEntry(_ matrix: [[Double]]) -> Double {
    matrix.joined().reduce(0) { max($0, abs($1)) }
}

private func turn(_ rows: inout [[Float]], _ p: Int, _ q: Int, _ c: Float, _ s: Float) {
    for i in rows[p].indices {
        let (x, y) = (rows[p][i], rows[q][i])
        rows[p][i] = c * x - s * y
        rows[q][i] = s * x + c * y
    }
}
