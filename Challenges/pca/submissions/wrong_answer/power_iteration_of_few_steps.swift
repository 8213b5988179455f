// Wrong: a hundred steps of power iteration are not enough where variances are close.
func pca(
    points: [[Double]], k: Int
) -> (mean: [Double], components: [[Double]], variances: [Double], projected: [[Double]]) {
    let n = Double(points.count)
    let d = points[0].count
    var mean = [Double](repeating: 0, count: d)
    for point in points {
        for j in 0..<d { mean[j] += point[j] / n }
    }
    let centred = points.map { point in (0..<d).map { point[$0] - mean[$0] } }
    var covariance = [[Double]](repeating: mean.map { _ in 0 }, count: d)
    for point in centred {
        for i in 0..<d {
            for j in 0..<d { covariance[i][j] += point[i] * point[j] / n }
        }
    }
    var components: [[Double]] = []
    var variances: [Double] = []
    for index in 0..<k {
        var vector = (0..<d).map { 1 + Double(($0 * 7919 + index * 104_729) % 1009) / 1009 }
        for other in components {
            let along = dot(vector, other)
            for j in 0..<d { vector[j] -= along * other[j] }
        }
        let size = dot(vector, vector).squareRoot()
        vector = vector.map { $0 / size }
        for _ in 0..<100 {
            var image = covariance.map { dot($0, vector) }
            // Twice, as rounding is magnified where nothing is left.
            for _ in 0..<2 {
                for other in components {
                    let along = dot(image, other)
                    for j in 0..<d { image[j] -= along * other[j] }
                }
            }
            let length = dot(image, image).squareRoot()
            if length <= 1e-12 * covariance[0][0] { break }
            vector = image.map { $0 / length }
        }
        let variance = dot(vector, covariance.map { dot($0, vector) })
        components.append(vector)
        variances.append(variance)
    }
    let projected = centred.map { point in components.map { dot(point, $0) } }
    return (mean, components, variances, projected)
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}
