/// The shortest minimiser, in a functional style: correlation matrix, its eigenvectors by Jacobi rotations, and
/// division by those eigenvalues that are more than rounding (the pseudo-inverse).
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let columns = points[0].indices.map { feature in points.map { $0[feature] } }
    let means = columns.map(mean)
    let centred = zip(columns, means).map { column, mean in column.map { $0 - mean } }
    let lengths = zip(centred, means).map { column, mean -> Double in
        let length = dot(column, column).squareRoot()
        return length > 1e-12 * abs(mean) * Double(column.count).squareRoot() ? length : 0
    }
    let unit = zip(centred, lengths).map { column, length in column.map { length > 0 ? $0 / length : 0 } }
    let targetMean = mean(targets)
    let right = targets.map { $0 - targetMean }

    let (values, vectors) = eigenvectors(of: unit.map { row in unit.map { dot(row, $0) } })
    let products = unit.map { dot($0, right) }
    let largest = values.max() ?? 0
    let coordinates = zip(values, vectors).map { value, vector in
        value > 1e-13 * largest ? dot(vector, products) / value : 0
    }
    let scaled = unit.indices.map { feature in
        zip(coordinates, vectors).reduce(0) { $0 + $1.0 * $1.1[feature] }
    }
    let weights = zip(scaled, lengths).map { $1 > 0 ? $0 / $1 : 0 }
    return (weights, targetMean - dot(weights, means))
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}

/// Eigenvalues and eigenvectors (as rows) of a symmetric matrix, by cyclic Jacobi rotations.
private func eigenvectors(of matrix: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
    let size = matrix.count
    var a = matrix
    var vectors = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0.0 } }
    for _ in 0..<60 {
        var rotated = false
        for p in 0..<size {
            // The diagonal is 1 at first, so this is rounding; turning it on would never end in the null space.
            for q in p + 1..<max(p + 1, size) where abs(a[p][q]) > 1e-16 {
                rotated = true
                let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
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
        if !rotated { break }
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
