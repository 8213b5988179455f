import ChallengeKit

/// The largest eigenvalue of X'X, where X is `points` with a column of ones, by power iteration.
///
/// The estimate comes from below. That is enough here: gradient descent is stable up to 2/L, twice the rate that the
/// statement allows, and the estimate is far closer than that.
func largestEigenvalue(_ points: [[Double]], columns: Int) -> Double {
    // Uneven entries, so that the start is not orthogonal to the vector sought.
    var vector = (0...columns).map { 1 + 0.37 * Double($0 % 7) }
    var estimate = 0.0
    for _ in 0..<100 {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length == 0 { return estimate }
        for column in 0...columns { vector[column] /= length }
        var image = [Double](repeating: 0, count: columns + 1)
        for point in points {
            var product = vector[columns]
            for column in 0..<columns { product += point[column] * vector[column] }
            for column in 0..<columns { image[column] += product * point[column] }
            image[columns] += product
        }
        estimate = zip(image, vector).reduce(0) { $0 + $1.0 * $1.1 }
        vector = image
    }
    return estimate
}

/// Whether a plane parts the classes: a perceptron, which comes to rest on separable data and nowhere else.
func isSeparable(_ points: [[Double]], labels: [Int], columns: Int) -> Bool {
    var weights = [Double](repeating: 0, count: columns + 1)
    for _ in 0..<2000 {
        var mistakes = 0
        for (point, label) in zip(points, labels) {
            var score = weights[columns]
            for column in 0..<columns { score += point[column] * weights[column] }
            let sign: Double = label == 1 ? 1 : -1
            guard sign * score <= 0 else { continue }
            mistakes += 1
            for column in 0..<columns { weights[column] += sign * point[column] }
            weights[columns] += sign
        }
        if mistakes == 0 { return true }
    }
    return false
}

validateInput { input in
    let rows = input.int("the number of points", in: 1...50_000)
    let columns = input.int("the number of features", in: 1...500)
    var points: [[Double]] = []
    points.reserveCapacity(rows)
    for _ in 0..<rows {
        let point = input.doubles(count: columns, "a feature")
        if point.contains(where: { abs($0) > 1e6 }) { input.fail("features must lie between -1e6 and 1e6") }
        points.append(point)
    }

    let count = input.int("the number of labels")
    if count != rows { input.fail("expected one label for each point, found \(count) for \(rows) points") }
    let labels = (0..<rows).map { _ in input.int("a label", in: 0...1) }

    let rate = input.double("the learning rate")
    if rate <= 0 || rate > 1e6 { input.fail("the learning rate must be greater than 0 and at most 1e6") }
    let iterations = input.int("the number of iterations", in: 0...10_000)
    if iterations * rows * columns > 100_000_000 { input.fail("iterations * n * d must be at most 1e8") }

    // L is the largest curvature that the mean log-loss can have.
    let curvature = largestEigenvalue(points, columns: columns) / (4 * Double(rows))
    if rate * curvature > 1 {
        if iterations > 10 { input.fail("the learning rate is above 1/L, and there are more than 10 iterations") }
        if !isSeparable(points, labels: labels, columns: columns) {
            input.fail("the learning rate is above 1/L, and no plane parts the classes")
        }
    }
}
