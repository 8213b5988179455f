/// Keeps t times the weights: then a decay by 1 - 1 / t costs nothing, and a push is the same number in every step, 1 / lambda.
func linearSVM(
    points: [[Double]], labels: [Int], order: [Int], lambda: Double, projects: Bool
) -> (weights: [Double], bias: Double) {
    let d = points[0].count
    var sums = [Double](repeating: 0, count: d)
    var bias = 0.0
    sums.withUnsafeMutableBufferPointer { sums in
        for step in order.indices {
            let before = Double(max(step, 1))
            let now = Double(step + 1)
            let isPositive = labels[order[step]] == 1
            points[order[step]].withUnsafeBufferPointer { point in
                var score = 0.0
                for j in 0..<d { score += sums[j] * point[j] }
                score = score / before + bias
                if isPositive ? score < 1 : score > -1 {
                    let push = isPositive ? 1 / lambda : -1 / lambda
                    for j in 0..<d { sums[j] += push * point[j] }
                    bias += push / now
                }
            }
            guard projects else { continue }
            var square = 0.0
            for j in 0..<d { square += sums[j] * sums[j] }
            let most = now * now / lambda
            if square > most {
                let scale = (most / square).squareRoot()
                for j in 0..<d { sums[j] *= scale }
            }
        }
    }
    return (sums.map { $0 / Double(max(order.count, 1)) }, bias)
}
