// Wrong: eigenvalues of the matrix of sums, not divided by n.
func pca(
    points: [[Double]], k: Int
) -> (mean: [Double], components: [[Double]], variances: [Double], projected: [[Double]]) {
    let n = Double(points.count)
    let d = points[0].count
    var mean = [Double](repeating: 0, count: d)
    for point in points {
        for j in 0..<d { mean[j] += point[j] / n }
    }
    let centred = points.map { point in (0..<d).map { point[$0] - mean[$0] } }
    var covariance = [[Double]](repeating: mean.map { _ in 0 }, count: d)
    for point in centred {
        for i in 0..<d {
            for j in 0..<d { covariance[i][j] += point[i] * point[j] }
        }
    }
    let (values, vectors) = eigenvectors(of: covariance)
    let order = (0..<d).sorted { values[$0] > values[$1] }.prefix(k)
    let components = order.map { vectors[$0] }
    let projected = centred.map { point in components.map { dot(point, $0) } }
    return (mean, components, order.map { values[$0] }, projected)
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}

/// Eigenvalues and eigenvectors (as rows) of a symmetric matrix, in no order.
private func eigenvectors(of matrix: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
    let size = matrix.count
    var a = matrix
    var vectors = a.indices.map { row in a.indices.map { $0 == row ? 1.0 : 0.0 } }
    // What is smaller than this is rounding.
    let limit = 1e-14 * (0..<size).reduce(0) { $0 + a[$1][$1] }
    for _ in 0..<15 {
        for p in 0..<size {
            for q in p + 1..<size where abs(a[p][q]) > limit {
                let half = (a[q][q] - a[p][p]) / 2
                let root = (half * half + a[p][q] * a[p][q]).squareRoot()
                let t = a[p][q] / (half + (half < 0 ? -root : root))
                let c = 1 / (t * t + 1).squareRoot()
                let s = t * c
                for k in 0..<size {
                    let (x, y) = (a[k][p], a[k][q])
                    a[k][p] = c * x - s * y
                    a[k][q] = s * x + c * y
                }
                turn(&a, p, q, c, s)
                turn(&vectors, p, q, c, s)
            }
        }
    }
    return ((0..<size).map { a[$0][$0] }, vectors)
}

private func turn(_ rows: inout [[Double]], _ p: Int, _ q: Int, _ c: Double, _ s: Double) {
    for k in rows[p].indices {
        let (x, y) = (rows[p][k], rows[q][k])
        rows[p][k] = c * x - s * y
        rows[q][k] = s * x + c * y
    }
}
