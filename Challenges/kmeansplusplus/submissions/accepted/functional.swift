/// A draw as a function from distances to an index; probabilities add up to 1, and distances have their roots taken.
func seedCentres(points: [[Double]], k: Int, uniforms: [Double]) -> (indices: [Int], potential: Double) {
    func distance(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
    func pick(_ weights: [Double], _ uniform: Double) -> Int {
        let total = weights.reduce(0, +)
        var sum = 0.0
        return weights.firstIndex { weight in
            sum += weight / total
            return sum > uniform
        }!
    }
    var indices = [Int(uniforms[0] * Double(points.count))]
    var distances = points.map { distance($0, points[indices[0]]) }
    for uniform in uniforms.dropFirst() {
        let index: Int
        if distances.allSatisfy({ $0 == 0 }) {
            let taken = Set(indices)
            let left = points.indices.filter { !taken.contains($0) }
            index = left[Int(uniform * Double(left.count))]
        } else {
            index = pick(distances.map { $0 * $0 }, uniform)
        }
        indices.append(index)
        distances = zip(distances, points).map { min($0, distance($1, points[index])) }
    }
    return (indices, distances.map { $0 * $0 }.reduce(0, +))
}
