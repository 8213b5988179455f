// Wrong: with fewer points than columns, components are divided by the root of their variance, which may be 0.
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
    let order = eigen.values.indices.sorted { eigen.values[$0] > eigen.values[$1] }.prefix(k)

    var components: [[Double]] = []
    for index in order {
        var candidate = eigen.vectors[index]
        if n < d {
            candidate = (0..<d).map { j in (0..<n).reduce(0) { $0 + eigen.vectors[index][$1] * centred[$1][j] } }
        }
        let length = (eigen.values[index] * Double(n)).squareRoot()
        if n < d { candidate = candidate.map { $0 / length } }
        components.append(candidate)
    }
    let projected = centred.map { row in components.map { dot(row, $0) } }
    return (mean, components, order.map { max(0, eigen.values[$0]) }, projected)
}

private func dot(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }

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
