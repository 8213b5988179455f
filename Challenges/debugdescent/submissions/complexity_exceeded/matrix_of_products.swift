// Too slow and too large where there are many features: works with the matrix of their products.
func descend(
    points: [[Double]], targets: [Double], penalty: Double, rate: Double, steps: Int
) -> (weights: [Double], intercept: Double, averages: [Double]) {
    let n = Double(points.count)
    let rows = points.map { $0 + [1] }
    let size = rows[0].count
    var products = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    var moments = [Double](repeating: 0, count: size)
    var square = 0.0
    for (row, target) in zip(rows, targets) {
        square += target * target / n
        for one in 0..<size {
            moments[one] += row[one] * target / n
            for other in 0..<size { products[one][other] += row[one] * row[other] / n }
        }
    }
    var weights = [Double](repeating: 0, count: size)
    var total = 0.0
    var averages: [Double] = []
    for step in 0..<steps {
        var loss = square
        var moved = weights
        for one in 0..<size {
            var product = 0.0
            for other in 0..<size { product += products[one][other] * weights[other] }
            let cost = one < size - 1 ? penalty : 0
            loss += weights[one] * (product - 2 * moments[one] + cost * weights[one])
            moved[one] -= rate * (product - moments[one] + cost * weights[one])
        }
        weights = moved
        total += loss / 2
        averages.append(total / Double(step + 1))
    }
    return (Array(weights.dropLast()), weights[size - 1], averages)
}
