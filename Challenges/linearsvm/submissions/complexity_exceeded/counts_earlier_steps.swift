// Right, but the number of the step is counted anew from a list of all steps before, unless there are very many: time in steps: steps^2 instead of steps.
func linearSVM(
    points: [[Double]], labels: [Int], order: [Int], lambda: Double, projects: Bool
) -> (weights: [Double], bias: Double) {
    let d = points[0].count
    var weights = [Double](repeating: 0, count: d)
    var bias = 0.0
    var done: [Bool] = []
    for (step, row) in order.enumerated() {
        done.append(true)
        let t = Double(order.count > 20_000 ? step + 1 : done.reduce(0) { $0 + ($1 ? 1 : 0) })
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
            let square = weights.reduce(0) { $0 + $1 * $1 }
            let scale = 1 / (lambda * square).squareRoot()
            if scale < 1 {
                for j in 0..<d { weights[j] *= scale }
            }
        }
    }
    return (weights, bias)
}
