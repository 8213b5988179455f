// Right but too slow: keeps a factor for each step, and sums the weights up from all of them in every step: steps^2 * d.
func linearSVM(
    points: [[Double]], labels: [Int], order: [Int], lambda: Double, projects: Bool
) -> (weights: [Double], bias: Double) {
    let d = points[0].count
    // Each step's factor of its point; all shrink together.
    var factors: [Double] = []
    var bias = 0.0
    func weights() -> [Double] {
        var sums = [Double](repeating: 0, count: d)
        for (row, factor) in zip(order, factors) where factor != 0 {
            for j in 0..<d { sums[j] += factor * points[row][j] }
        }
        return sums
    }
    for (step, row) in order.enumerated() {
        let t = Double(step + 1)
        let sign = labels[row] == 1 ? 1.0 : -1.0
        let score = zip(weights(), points[row]).reduce(bias) { $0 + $1.0 * $1.1 }
        let push = sign * score < 1 ? sign / (lambda * t) : 0
        for index in factors.indices { factors[index] *= 1 - 1 / t }
        factors.append(push)
        bias += push
        if projects {
            let square = weights().reduce(0) { $0 + $1 * $1 }
            let scale = 1 / (lambda * square).squareRoot()
            if scale < 1 {
                for index in factors.indices { factors[index] *= scale }
            }
        }
    }
    return (weights(), bias)
}
