/// Modified Gram-Schmidt on the columns as they come, the column of ones first and nothing centred by hand.
///
/// Taking out the column of ones *is* centring. Each column is cleaned twice, which leaves it orthogonal to working
/// precision even when little of it remains; one of which next to nothing remains is dependent and gets weight 0.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let n = points.count
    let d = points[0].count
    var basis = [[Double](repeating: 1 / Double(n).squareRoot(), count: n)]
    var members: [Int] = []
    // triangle[k]: coefficients of column members[k] along basis 0 ... k + 1.
    var triangle: [[Double]] = []

    for feature in 0..<d {
        var column = points.map { $0[feature] }
        let original = norm(column)
        let variation = norm(deviations(points, feature))
        var coefficients = remove(basis, from: &column)
        coefficients = zip(coefficients, remove(basis, from: &column)).map { $0 + $1 }
        let rest = norm(column)
        // Dependent on the others, or constant: what remains is rounding.
        if rest <= 1e-9 * variation || rest <= 1e-12 * original { continue }
        basis.append(column.map { $0 / rest })
        triangle.append(coefficients + [rest])
        members.append(feature)
    }

    var right = targets
    var along = remove(basis, from: &right)
    along = zip(along, remove(basis, from: &right)).map { $0 + $1 }
    var weights = [Double](repeating: 0, count: d)
    for k in members.indices.reversed() {
        let weight = along[k + 1] / triangle[k][k + 1]
        for row in 0...k { along[row] -= weight * triangle[k][row] }
        weights[members[k]] = weight
    }
    return (weights, along[0] / Double(n).squareRoot())
}

/// Takes the parts along the basis out of `column`, one after the other, and returns them.
private func remove(_ basis: [[Double]], from column: inout [Double]) -> [Double] {
    var parts: [Double] = []
    for vector in basis {
        var part = 0.0
        for row in vector.indices { part += vector[row] * column[row] }
        for row in vector.indices { column[row] -= part * vector[row] }
        parts.append(part)
    }
    return parts
}

private func deviations(_ points: [[Double]], _ feature: Int) -> [Double] {
    let mean = points.reduce(0) { $0 + $1[feature] } / Double(points.count)
    return points.map { $0[feature] - mean }
}

private func norm(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
