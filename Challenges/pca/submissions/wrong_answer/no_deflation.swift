// Wrong: nothing takes a component out once it is found, so each iteration finds the first one.
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
    for _ in 0..<k {
        var vector = (0..<d).map { 1 + Double(($0 * 7919 + components.count * 104_729) % 1009) / 1009 }
        let size = dot(vector, vector).squareRoot()
        vector = vector.map { $0 / size }
        for _ in 0..<3000 {
            let image = covariance.map { dot($0, vector) }
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
