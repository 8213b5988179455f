// Too slow: keeps an n by n projection matrix and multiplies matrices of that size for every feature.
func linearRegression(points: [[Double]], targets: [Double]) -> (weights: [Double], intercept: Double) {
    let data = Standardised(points, targets)
    let n = points.count
    let d = data.columns.count
    // projection takes out of a column whatever the features so far explain.
    var projection = [Double](repeating: 0, count: n * n)
    for row in 0..<n { projection[row * n + row] = 1 }
    var directions: [[Double]] = []
    var members: [Int] = []
    for feature in 0..<d {
        let direction = multiply(projection, multiply(projection, data.columns[feature]))
        let square = dot(direction, direction)
        if square < 1e-18 { continue }
        directions.append(direction)
        members.append(feature)
        var step = [Double](repeating: 0, count: n * n)
        for row in 0..<n {
            for column in 0..<n { step[row * n + column] = -direction[row] * direction[column] / square }
            step[row * n + row] += 1
        }
        var product = [Double](repeating: 0, count: n * n)
        for row in 0..<n {
            for middle in 0..<n {
                for column in 0..<n {
                    product[row * n + column] += projection[row * n + middle] * step[middle * n + column]
                }
            }
        }
        projection = product
    }
    var scaled = [Double](repeating: 0, count: d)
    for (place, direction) in directions.enumerated().reversed() {
        var rest = dot(direction, data.deviations)
        for later in place + 1..<max(place + 1, members.count) {
            rest -= dot(direction, data.columns[members[later]]) * scaled[members[later]]
        }
        scaled[members[place]] = rest / dot(direction, data.columns[members[place]])
    }
    let weights = data.weights(scaled)
    return (weights, data.targetMean - dot(weights, data.means))
}

private func multiply(_ matrix: [Double], _ vector: [Double]) -> [Double] {
    let n = vector.count
    return (0..<n).map { row in
        var sum = 0.0
        for column in 0..<n { sum += matrix[row * n + column] * vector[column] }
        return sum
    }
}

/// Means and lengths of the columns about them (0 for a constant one), the centred columns at unit length, and the
/// mean and deviations of the targets.
private struct Standardised {
    var means: [Double] = []
    var lengths: [Double] = []
    var columns: [[Double]] = []
    let targetMean: Double
    let deviations: [Double]

    init(_ points: [[Double]], _ targets: [Double]) {
        let count = Double(points.count)
        for feature in points[0].indices {
            let mean = points.reduce(0) { $0 + $1[feature] } / count
            let centred = points.map { $0[feature] - mean }
            let length = dot(centred, centred).squareRoot()
            let isConstant = length <= 1e-12 * abs(mean) * count.squareRoot()
            means.append(mean)
            lengths.append(isConstant ? 0 : length)
            columns.append(centred.map { isConstant ? 0 : $0 / length })
        }
        let mean = targets.reduce(0, +) / count
        targetMean = mean
        deviations = targets.map { $0 - mean }
    }

    var gram: [[Double]] { columns.map { row in columns.map { dot(row, $0) } } }
    var products: [Double] { columns.map { dot($0, deviations) } }

    /// Weights for the features as given, from those for the columns at unit length.
    func weights(_ scaled: [Double]) -> [Double] { zip(scaled, lengths).map { $1 > 0 ? $0 / $1 : 0 } }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}
