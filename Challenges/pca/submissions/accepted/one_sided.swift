/// The singular value decomposition of the centred points by one-sided Jacobi rotations (Hestenes): columns are turned in pairs until
/// all are orthogonal. Their lengths are then singular values, and no covariance matrix is formed.
func pca(
    points: [[Double]], k: Int
) -> (mean: [Double], components: [[Double]], variances: [Double], projected: [[Double]]) {
    let n = Double(points.count)
    let axes = points[0].indices
    let raw = axes.map { axis in points.map { $0[axis] } }
    let mean = raw.map { $0.reduce(0, +) / n }
    var columns = zip(raw, mean).map { column, mean in column.map { $0 - mean } }
    var directions = axes.map { row in axes.map { $0 == row ? 1.0 : 0.0 } }
    let total = columns.reduce(0) { $0 + dot($1, $1) }
    var isTurning = true
    while isTurning {
        isTurning = false
        for p in axes {
            for q in axes where q > p {
                let (alpha, beta) = (dot(columns[p], columns[p]), dot(columns[q], columns[q]))
                let gamma = dot(columns[p], columns[q])
                guard abs(gamma) > 1e-13 * total else { continue }
                isTurning = true
                let zeta = (beta - alpha) / (2 * gamma)
                let t = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
                let c = 1 / (1 + t * t).squareRoot()
                (columns[p], columns[q]) = turned(columns[p], columns[q], c, c * t)
                (directions[p], directions[q]) = turned(directions[p], directions[q], c, c * t)
            }
        }
    }
    let squares = columns.map { dot($0, $0) / n }
    let order = Array(axes.sorted { squares[$0] > squares[$1] }.prefix(k))
    let projected = points.indices.map { row in order.map { columns[$0][row] } }
    return (mean, order.map { directions[$0] }, order.map { squares[$0] }, projected)
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}

private func turned(_ left: [Double], _ right: [Double], _ c: Double, _ s: Double) -> ([Double], [Double]) {
    var (left, right) = (left, right)
    for index in left.indices {
        let (x, y) = (left[index], right[index])
        left[index] = c * x - s * y
        right[index] = s * x + c * y
    }
    return (left, right)
}
