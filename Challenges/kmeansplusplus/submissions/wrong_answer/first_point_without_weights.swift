// Wrong: where all weights are 0, the search returns its default, point 0.
func seedCentres(points: [[Double]], k: Int, uniforms: [Double]) -> (indices: [Int], potential: Double) {
    let n = points.count
    var indices: [Int] = []
    var isChosen = [Bool](repeating: false, count: n)
    var nearest = [Double](repeating: .infinity, count: n)
    var potential = 0.0
    for draw in 0..<k {
        // Where there is nothing to go by, as at the start, all points that are left are alike.
        var weights = nearest
        var total = potential
        if potential == 0 {
            if draw == 0 {
                weights = weights.map { _ in 1 }
                total = Double(n)
            }
        }
        var index = 0
        var sum = weights[0]
        if total > 0 {
            while sum <= uniforms[draw] * total {
                index += 1
                sum += weights[index]
            }
        }
        indices.append(index)
        isChosen[index] = true
        potential = 0
        for i in 0..<n {
            var square = 0.0
            for j in points[i].indices {
                let difference = points[i][j] - points[index][j]
                square += difference * difference
            }
            nearest[i] = min(nearest[i], square)
            potential += nearest[i]
        }
    }
    return (indices, potential)
}
