// Crashes: looks for the largest entry beside the diagonal, which a matrix of one row does not have.
func leadingEigenpairs(matrix: [[Double]], k: Int) -> (values: [Double], vectors: [[Double]]) {
    let size = matrix.count
    var a = matrix
    var vectors = a.indices.map { row in a.indices.map { $0 == row ? 1.0 : 0.0 } }
    // What is smaller than this is rounding.
    let limit = 1e-14 * largestEntry(matrix)
    let pairs = (0..<size).flatMap { p in (p + 1..<size).map { (p: p, q: $0) } }
    while true {
        let (p, q) = pairs.max { abs(a[$0.p][$0.q]) < abs(a[$1.p][$1.q]) }!
        if abs(a[p][q]) <= limit { break }
        do {
            do {
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
    return (order.map { a[$0][$0] }, order.map { vectors[$0] })
}

private func largestEntry(_ matrix: [[Double]]) -> Double {
    matrix.joined().reduce(0) { max($0, abs($1)) }
}

private func turn(_ rows: inout [[Double]], _ p: Int, _ q: Int, _ c: Double, _ s: Double) {
    for i in rows[p].indices {
        let (x, y) = (rows[p][i], rows[q][i])
        rows[p][i] = c * x - s * y
        rows[q][i] = s * x + c * y
    }
}
