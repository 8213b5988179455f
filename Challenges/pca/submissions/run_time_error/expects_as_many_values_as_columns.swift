// Crashes: with fewer points than columns, takes k eigenvectors of the matrix of the points, but looks for d of them.
func pca(
    points: [[Double]], k: Int
) -> (mean: [Double], components: [[Double]], variances: [Double], projected: [[Double]]) {
    let n = points.count
    let d = points[0].count
    let mean = (0..<d).map { j in points.reduce(0) { $0 + $1[j] } / Double(n) }
    let centred = points.map { zip($0, mean).map { $0 - $1 } }
    let rows = n < d ? centred : (0..<d).map { j in centred.map { $0[j] } }
    var eigen = Eigen(rows.map { left in rows.map { dot(left, $0) / Double(n) } })
    eigen.diagonalise()
    let order = (0..<d).sorted { eigen.values[$0] > eigen.values[$1] }.prefix(k)
    let total = eigen.values.reduce(0, +)

    var components: [[Double]] = []
    for index in order {
        var candidate = eigen.vectors[index]
        if n < d {
            candidate = (0..<d).map { j in (0..<n).reduce(0) { $0 + eigen.vectors[index][$1] * centred[$1][j] } }
        }
        var isFound = n >= d || eigen.values[index] > 1e-9 * total
        if isFound { isFound = orthogonalise(&candidate, components, least: 0) }
        var axis = 0
        while !isFound {
            candidate = (0..<d).map { $0 == axis ? 1 : 0 }
            isFound = orthogonalise(&candidate, components, least: 0.5 / Double(d).squareRoot())
            axis += 1
        }
        components.append(candidate)
    }
    let projected = centred.map { row in components.map { dot(row, $0) } }
    return (mean, components, order.map { max(0, eigen.values[$0]) }, projected)
}

private func dot(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }

/// Makes a unit vector of what of `vector` is orthogonal to `others`; `false` if less than `least` is left.
private func orthogonalise(_ vector: inout [Double], _ others: [[Double]], least: Double) -> Bool {
    for pass in 0..<2 {
        for other in others {
            let along = dot(vector, other)
            for j in vector.indices { vector[j] -= along * other[j] }
        }
        let length = dot(vector, vector).squareRoot()
        if pass == 0, length <= least { return false }
        vector = vector.map { $0 / length }
    }
    return true
}

private struct Eigen {
    private var matrix: [[Double]]
    private(set) var vectors: [[Double]]
    var values: [Double] { matrix.indices.map { matrix[$0][$0] } }

    init(_ matrix: [[Double]]) {
        self.matrix = matrix
        vectors = matrix.indices.map { row in matrix.indices.map { $0 == row ? 1 : 0 } }
    }

    mutating func diagonalise() {
        let limit = 1e-15 * values.reduce(0, +)
        var largest = 0.0
        repeat {
            largest = 0
            for q in matrix.indices {
                for p in 0..<q where abs(matrix[p][q]) > limit {
                    largest = max(largest, abs(matrix[p][q]))
                    rotate(p, q)
                }
            }
        } while largest > 1e-13 * values.reduce(0, +)
    }

    private mutating func rotate(_ p: Int, _ q: Int) {
        let theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
        let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        for i in matrix.indices {
            (matrix[i][p], matrix[i][q]) = (
                c * matrix[i][p] - c * t * matrix[i][q], c * t * matrix[i][p] + c * matrix[i][q]
            )
        }
        for i in matrix.indices {
            (matrix[p][i], matrix[q][i]) = (
                c * matrix[p][i] - c * t * matrix[q][i], c * t * matrix[p][i] + c * matrix[q][i]
            )
            (vectors[p][i], vectors[q][i]) = (
                c * vectors[p][i] - c * t * vectors[q][i], c * t * vectors[p][i] + c * vectors[q][i]
            )
        }
    }
}
