/// Takes weights off the product until nothing is left; the potential is added up by compensated summation (Neumaier).
func seedCentres(points: [[Double]], k: Int, uniforms: [Double]) -> (indices: [Int], potential: Double) {
    let columns = points[0].indices.map { j in points.map { $0[j] } }
    var weights = [Double](repeating: 1, count: points.count)
    var squares = [Double]()
    var chosen: [Int] = []
    for uniform in uniforms {
        var rest = uniform * total(weights)
        let index = weights.indices.first { i in
            rest -= weights[i]
            return rest < 0
        }!
        chosen.append(index)
        var fresh = [Double](repeating: 0, count: points.count)
        for column in columns {
            for i in fresh.indices { fresh[i] += (column[i] - column[index]) * (column[i] - column[index]) }
        }
        squares = squares.isEmpty ? fresh : zip(squares, fresh).map { Swift.min($0, $1) }
        weights = squares
        if !weights.contains(where: { $0 > 0 }) {
            weights = squares.map { _ in 1 }
            for i in chosen { weights[i] = 0 }
        }
    }
    return (chosen, total(squares))
}

private func total(_ values: [Double]) -> Double {
    var sum = 0.0
    var lost = 0.0
    for value in values {
        let next = sum + value
        lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }
    return sum + lost
}
