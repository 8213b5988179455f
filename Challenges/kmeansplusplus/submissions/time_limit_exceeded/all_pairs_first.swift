// Right but too slow: computes the distances of all pairs of points for their largest, n^2*d.
func seedCentres(points: [[Double]], k: Int, uniforms: [Double]) -> (indices: [Int], potential: Double) {
    let n = points.count
    var indices: [Int] = []
    var isChosen = [Bool](repeating: false, count: n)
    var potential = 0.0
    // The largest distance of all stands in for infinity.
    let spread = points.map { point in points.reduce(0) { max($0, squared(point, $1)) } }.max()!
    var nearest = [Double](repeating: spread, count: n)
    for draw in 0..<k {
        var weights = nearest
        var total = potential
        if potential == 0 {
            for i in 0..<n { weights[i] = isChosen[i] ? 0 : 1 }
            total = Double(n - draw)
        }
        var index = 0
        var sum = weights[0]
        while sum <= uniforms[draw] * total {
            index += 1
            sum += weights[index]
        }
        indices.append(index)
        isChosen[index] = true
        potential = 0
        for i in 0..<n {
            nearest[i] = min(nearest[i], squared(points[i], points[index]))
            potential += nearest[i]
        }
    }
    return (indices, potential)
}

private func squared(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for j in a.indices { sum += (a[j] - b[j]) * (a[j] - b[j]) }
    return sum
}
