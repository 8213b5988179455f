// Wrong: the bias takes part in the projection.
func linearSVM(
    points: [[Double]], labels: [Int], order: [Int], lambda: Double, projects: Bool
) -> (weights: [Double], bias: Double) {
    let d = points[0].count
    var weights = [Double](repeating: 0, count: d)
    var bias = 0.0
    for (step, row) in order.enumerated() {
        let t = Double(step + 1)
        let rate = 1 / (lambda * t)
        let point = points[row]
        let sign = labels[row] == 1 ? 1.0 : -1.0
        var score = bias
        for j in 0..<d { score += weights[j] * point[j] }
        let push = sign * score < 1 ? rate * sign : 0
        let keep = 1 - 1 / t
        for j in 0..<d { weights[j] = keep * weights[j] + push * point[j] }
        bias += push
        if projects {
            let square = weights.reduce(bias * bias) { $0 + $1 * $1 }
            let scale = 1 / (lambda * square).squareRoot()
            if scale < 1 {
                for j in 0..<d { weights[j] *= scale }
                bias *= scale
            }
        }
    }
    return (weights, bias)
}
