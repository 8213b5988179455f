/// All coordinates in one array, and running sums of the weights that a binary search looks the draw up in.
func seedCentres(points: [[Double]], k: Int, uniforms: [Double]) -> (indices: [Int], potential: Double) {
    var seeding = Seeding(points: points)
    for uniform in uniforms { seeding.add(uniform) }
    return (seeding.indices, seeding.potential)
}

private struct Seeding {
    let coordinates: [Double]
    let width: Int
    var indices: [Int] = []
    var free: Set<Int>
    var squares: [Double]
    var sums: [Double]

    init(points: [[Double]]) {
        coordinates = points.flatMap { $0 }
        width = points[0].count
        free = Set(points.indices)
        squares = points.map { _ in Double.greatestFiniteMagnitude }
        sums = [Double](repeating: 0, count: points.count)
    }

    var potential: Double { sums[sums.count - 1] }

    mutating func add(_ uniform: Double) {
        if potential == 0 { for i in sums.indices { sums[i] = (i > 0 ? sums[i - 1] : 0) + (free.contains(i) ? 1 : 0) } }
        let wanted = uniform * potential
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        indices.append(low)
        free.remove(low)
        var sum = 0.0
        coordinates.withUnsafeBufferPointer { coordinates in
            for i in squares.indices {
                var square = 0.0
                for j in 0..<width {
                    let difference = coordinates[i * width + j] - coordinates[low * width + j]
                    square += difference * difference
                }
                if square < squares[i] { squares[i] = square }
                sum += squares[i]
                sums[i] = sum
            }
        }
    }
}
