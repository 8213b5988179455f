import Glibc

func logisticRegression(points: [[Double]], labels: [Int], learningRate: Double, iterations: Int) -> (
    weights: [Double], intercept: Double
) {
    let count = points.count
    let width = points[0].count
    let flat = points.reduce(into: [Double]()) { $0.append(contentsOf: $1) }
    var scores = [Double](repeating: 0, count: count)
    var parameters = [Double](repeating: 0, count: width + 1)

    func probability(_ score: Double) -> Double {
        switch score {
        case 0...: return 1 / (1 + exp(-score))
        default: return 1 - 1 / (1 + exp(score))
        }
    }

    guard iterations > 0 else { return (Array(parameters.dropLast()), 0) }
    for _ in 1...iterations {
        for sample in 0..<count {
            var score = parameters[width]
            var offset = sample * width
            for parameter in parameters[0..<width] {
                score += parameter * flat[offset]
                offset += 1
            }
            scores[sample] = probability(score) - (labels[sample] == 1 ? 1 : 0)
        }
        var updated = parameters
        for column in 0...width {
            var derivative = 0.0
            for sample in 0..<count {
                derivative += scores[sample] * (column == width ? 1 : flat[sample * width + column])
            }
            updated[column] = parameters[column] - learningRate * derivative / Double(count)
        }
        parameters = updated
    }
    return (weights: Array(parameters[..<width]), intercept: parameters[width])
}
