/// Householder QR with column pivoting of the centred, scaled columns. Columns lie one after the other in one array.
///
/// Dependent columns show as a pivot that is rounding only; they get weight 0.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let n = points.count
    let d = points[0].count

    var means = [Double](repeating: 0, count: d)
    for point in points {
        for feature in 0..<d { means[feature] += point[feature] }
    }
    for feature in 0..<d { means[feature] /= Double(n) }
    let targetMean = targets.reduce(0, +) / Double(n)

    var matrix = [Double](repeating: 0, count: n * d)
    for row in 0..<n {
        for feature in 0..<d { matrix[feature * n + row] = points[row][feature] - means[feature] }
    }
    var right = targets.map { $0 - targetMean }

    // Unit lengths make "small" mean the same for every column, whatever its unit of measurement.
    var lengths = [Double](repeating: 0, count: d)
    for feature in 0..<d {
        let start = feature * n
        var square = 0.0
        for row in start..<start + n { square += matrix[row] * matrix[row] }
        let length = square.squareRoot()
        // What centring a constant column leaves is rounding of its mean, not variation.
        let isConstant = length <= 1e-12 * abs(means[feature]) * Double(n).squareRoot()
        lengths[feature] = isConstant ? 0 : length
        for row in start..<start + n { matrix[row] = isConstant ? 0 : matrix[row] / length }
    }

    var order = Array(0..<d)
    var diagonal: [Double] = []
    for step in 0..<min(n, d) {
        // The longest remaining column. Lengths are measured anew: updating them loses digits and saves little.
        var pivot = step
        var longest = 0.0
        for place in step..<d {
            let start = order[place] * n
            var square = 0.0
            for row in start + step..<start + n { square += matrix[row] * matrix[row] }
            if square > longest { (pivot, longest) = (place, square) }
        }
        let length = longest.squareRoot()
        if length < 1e-10 { break }
        order.swapAt(step, pivot)

        // The reflection that maps the column's lower part onto its first coordinate; the sign avoids cancellation.
        let start = order[step] * n
        let head = matrix[start + step] < 0 ? -length : length
        var reflector = Array(matrix[start + step..<start + n])
        reflector[0] += head
        let factor = 1 / (head * reflector[0])
        for place in step + 1..<max(step + 1, d) {
            reflect(&matrix, at: order[place] * n + step, by: reflector, factor: factor)
        }
        reflect(&right, at: step, by: reflector, factor: factor)
        diagonal.append(-head)
    }

    // Back substitution in the leading triangle; the other weights stay 0.
    var weights = [Double](repeating: 0, count: d)
    for step in diagonal.indices.reversed() {
        var rest = right[step]
        for place in step + 1..<diagonal.count {
            rest -= matrix[order[place] * n + step] * weights[order[place]]
        }
        weights[order[step]] = rest / diagonal[step]
    }
    var intercept = targetMean
    for feature in 0..<d where lengths[feature] > 0 {
        weights[feature] /= lengths[feature]
        intercept -= weights[feature] * means[feature]
    }
    return (weights, intercept)
}

/// Applies the reflection I - factor v vᵀ to the values that begin at `start`.
private func reflect(_ values: inout [Double], at start: Int, by reflector: [Double], factor: Double) {
    var along = 0.0
    for index in 0..<reflector.count { along += reflector[index] * values[start + index] }
    along *= factor
    for index in 0..<reflector.count { values[start + index] -= along * reflector[index] }
}
