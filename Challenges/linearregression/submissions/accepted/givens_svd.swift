/// Streams the rows into a d by d triangle by Givens rotations, then takes the triangle apart by one-sided Jacobi
/// rotations (a singular value decomposition). Nothing is squared, so a condition number of 1e6 stays 1e6.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let d = points[0].count
    let count = Double(points.count)

    // Deviations from the first row are small where the columns themselves are far from zero.
    let origin = points[0]
    var means = [Double](repeating: 0, count: d)
    for point in points.reversed() {
        for j in 0..<d { means[j] += (point[j] - origin[j]) / count }
    }
    let targetMean = targets.reversed().reduce(0) { $0 + ($1 - targets[0]) / count }
    var squares = [Double](repeating: 0, count: d)
    for point in points.reversed() {
        for j in 0..<d {
            let deviation = point[j] - origin[j] - means[j]
            squares[j] += deviation * deviation
        }
    }
    let scales = squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }

    // Row-major triangle, one column more for the targets.
    let width = d + 1
    var triangle = [Double](repeating: 0, count: d * width)
    var row = [Double](repeating: 0, count: width)
    for (point, target) in zip(points, targets) {
        for j in 0..<d { row[j] = (point[j] - origin[j] - means[j]) * scales[j] }
        row[d] = target - targets[0] - targetMean
        for j in 0..<d where row[j] != 0 {
            let diagonal = triangle[j * width + j]
            let radius = (diagonal * diagonal + row[j] * row[j]).squareRoot()
            if radius == 0 { continue }
            let c = diagonal / radius
            let s = row[j] / radius
            for k in j..<width {
                let (x, y) = (triangle[j * width + k], row[k])
                triangle[j * width + k] = c * x + s * y
                row[k] = c * y - s * x
            }
        }
    }

    // Columns of the triangle and of the accumulated rotations, one after the other.
    var u = [Double](repeating: 0, count: d * d)
    var v = [Double](repeating: 0, count: d * d)
    for j in 0..<d {
        v[j * d + j] = 1
        for i in 0...j { u[j * d + i] = triangle[i * width + j] }
    }
    for _ in 0..<40 where orthogonalise(&u, &v, d) == false { break }

    let values = (0..<d).map { j in (0..<d).reduce(0.0) { $0 + u[j * d + $1] * u[j * d + $1] }.squareRoot() }
    let largest = values.max() ?? 0
    var weights = [Double](repeating: 0, count: d)
    for j in 0..<d where values[j] > 1e-9 * largest {
        var along = 0.0
        for i in 0..<d { along += u[j * d + i] * triangle[i * width + d] }
        along /= values[j] * values[j]
        for i in 0..<d { weights[i] += along * v[j * d + i] }
    }
    var intercept = targets[0] + targetMean
    for j in 0..<d {
        weights[j] *= scales[j]
        intercept -= weights[j] * (origin[j] + means[j])
    }
    return (weights, intercept)
}

/// One sweep over all pairs of columns; returns whether any pair was not yet orthogonal.
private func orthogonalise(_ u: inout [Double], _ v: inout [Double], _ size: Int) -> Bool {
    var rotated = false
    for p in 0..<size {
        for q in p + 1..<max(p + 1, size) {
            var (pp, qq, pq) = (0.0, 0.0, 0.0)
            for i in 0..<size {
                let (x, y) = (u[p * size + i], u[q * size + i])
                pp += x * x
                qq += y * y
                pq += x * y
            }
            // Columns of length 1e-11 are rounding beside those of length 1: their direction means nothing.
            if abs(pq) <= 1e-15 * (pp * qq).squareRoot() || min(pp, qq) < 1e-22 { continue }
            rotated = true
            let zeta = (qq - pp) / (2 * pq)
            let t = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
            let c = 1 / (1 + t * t).squareRoot()
            let s = c * t
            for i in 0..<size {
                let (x, y) = (u[p * size + i], u[q * size + i])
                u[p * size + i] = c * x - s * y
                u[q * size + i] = s * x + c * y
                let (z, w) = (v[p * size + i], v[q * size + i])
                v[p * size + i] = c * z - s * w
                v[q * size + i] = s * z + c * w
            }
        }
    }
    return rotated
}
