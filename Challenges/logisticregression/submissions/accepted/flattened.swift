import Glibc

/// One flat copy of the points with a last column of ones, so that the intercept is a weight like any other.
func logisticRegression(
    points: [[Double]], labels: [Int], learningRate: Double, iterations: Int
) -> (weights: [Double], intercept: Double) {
    let rows = points.count
    let width = points[0].count + 1
    var flat: [Double] = []
    flat.reserveCapacity(rows * width)
    for point in points {
        flat += point
        flat.append(1)
    }
    let targets = labels.map(Double.init)
    var weights = [Double](repeating: 0, count: width)
    var gradient = [Double](repeating: 0, count: width)
    let rate = learningRate / Double(rows)

    flat.withUnsafeBufferPointer { flat in
        weights.withUnsafeMutableBufferPointer { weights in
            gradient.withUnsafeMutableBufferPointer { gradient in
                for _ in 0..<iterations {
                    gradient.update(repeating: 0)
                    // From the last row to the first: the order of a sum is free.
                    for row in stride(from: rows - 1, through: 0, by: -1) {
                        let base = row * width
                        // Two running sums, so that one addition need not wait for the other.
                        var even = 0.0
                        var odd = 0.0
                        var column = 0
                        while column + 1 < width {
                            even += weights[column] * flat[base + column]
                            odd += weights[column + 1] * flat[base + column + 1]
                            column += 2
                        }
                        if column < width { even += weights[column] * flat[base + column] }
                        let error = 1 / (1 + exp(-(even + odd))) - targets[row]
                        for column in 0..<width { gradient[column] += error * flat[base + column] }
                    }
                    for column in 0..<width { weights[column] -= rate * gradient[column] }
                }
            }
        }
    }
    return (Array(weights.dropLast()), weights[width - 1])
}
