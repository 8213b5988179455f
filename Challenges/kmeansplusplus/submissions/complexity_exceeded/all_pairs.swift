// Right, but the distances of all pairs of points are computed where they fit: time and space in n: n^2 instead of n.
func seedCentres(points: [[Double]], k: Int, uniforms: [Double]) -> (indices: [Int], potential: Double) {
    let n = points.count
    var indices: [Int] = []
    var isChosen = [Bool](repeating: false, count: n)
    var nearest = [Double](repeating: .infinity, count: n)
    var potential = 0.0
    let fits = n <= 4096
    let table = fits ? points.map { point in points.map { squared(point, $0) } } : []
    for draw in 0..<k {
        // Where there is nothing to go by, as at the start, all points that are left are alike.
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
            let square = fits ? table[i][index] : squared(points[i], points[index])
            nearest[i] = min(nearest[i], square)
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
