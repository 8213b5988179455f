// Wrong: takes chosen points out of the array, so that later indices are those of a shorter one.
func seedCentres(points: [[Double]], k: Int, uniforms: [Double]) -> (indices: [Int], potential: Double) {
    var left = points
    var nearest = [Double](repeating: 1, count: points.count)
    var best = [Double](repeating: .infinity, count: points.count)
    var indices: [Int] = []
    for draw in 0..<k {
        let target = uniforms[draw] * nearest.reduce(0, +)
        var index = 0
        var sum = nearest[0]
        while sum <= target {
            index += 1
            sum += nearest[index]
        }
        indices.append(index)
        let centre = left.remove(at: index)
        nearest.remove(at: index)
        best.remove(at: index)
        for i in left.indices {
            best[i] = min(best[i], zip(left[i], centre).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
        }
        nearest = best.contains { $0 > 0 } ? best : best.map { _ in 1 }
    }
    return (indices, best.reduce(0, +))
}
