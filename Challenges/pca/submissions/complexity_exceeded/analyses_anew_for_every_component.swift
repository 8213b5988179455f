// Right, but for every component all is done again, to use one of the eigenvectors: time k * (n * d^2 + d^3) instead of
// n * d^2 + d^3.
func pca(
    points: [[Double]], k: Int
) -> (mean: [Double], components: [[Double]], variances: [Double], projected: [[Double]]) {
    let n = points.count
    let d = points[0].count
    var mean = [Double](repeating: 0, count: d)
    for point in points {
        for j in 0..<d { mean[j] += point[j] }
    }
    for j in 0..<d { mean[j] /= Double(n) }
    var (components, variances): ([[Double]], [Double]) = ([], [])
    for index in 0..<k {
        let solver = analysed(points, mean)
        let order = Array((0..<d).sorted { solver.diagonal[$0] > solver.diagonal[$1] })
        components.append((0..<d).map { solver.basis[$0, order[index]] })
        variances.append(solver.diagonal[order[index]])
    }
    let projected = points.map { point in
        components.map { component in
            var sum = 0.0
            for j in 0..<d { sum += (point[j] - mean[j]) * component[j] }
            return sum
        }
    }
    return (mean, components, variances, projected)
}

/// The eigenvectors of the covariance matrix.
private func analysed(_ points: [[Double]], _ mean: [Double]) -> EigenSolver {
    let n = points.count
    let d = mean.count
    var matrix = SquareMatrix(size: d)
    var deviation = mean
    for point in points {
        for j in 0..<d { deviation[j] = point[j] - mean[j] }
        for i in 0..<d {
            for j in 0...i { matrix[i, j] += deviation[i] * deviation[j] }
        }
    }
    for i in 0..<d {
        for j in 0...i {
            matrix[i, j] /= Double(n)
            matrix[j, i] = matrix[i, j]
        }
    }
    var solver = EigenSolver(matrix)
    solver.reduce()
    solver.iterate()
    return solver
}

private struct SquareMatrix {
    let size: Int
    var entries: [Double]

    init(size: Int) {
        self.size = size
        entries = [Double](repeating: 0, count: size * size)
    }

    subscript(row: Int, column: Int) -> Double {
        get { entries[row * size + column] }
        set { entries[row * size + column] = newValue }
    }
}

private struct EigenSolver {
    var matrix: SquareMatrix
    /// The columns become eigenvectors.
    var basis: SquareMatrix
    var diagonal: [Double]
    var off: [Double]

    init(_ matrix: SquareMatrix) {
        self.matrix = matrix
        basis = SquareMatrix(size: matrix.size)
        for i in 0..<matrix.size { basis[i, i] = 1 }
        diagonal = [Double](repeating: 0, count: matrix.size)
        off = diagonal
    }

    mutating func reduce() {
        let size = matrix.size
        for column in 0..<size where column + 2 < size {
            let first = column + 1
            var vector = [Double](repeating: 0, count: size)
            var square = 0.0
            for row in first..<size {
                vector[row] = matrix[row, column]
                square += vector[row] * vector[row]
            }
            if square == 0 { continue }
            vector[first] += vector[first] < 0 ? -square.squareRoot() : square.squareRoot()
            var length = 0.0
            for row in first..<size { length += vector[row] * vector[row] }
            // H = 1 - 2 v v' / v'v from both sides, and from the right for the basis.
            for row in 0..<size { Self.reflect(&matrix, row, vector, from: first, 2 / length) }
            for target in 0..<size {
                var along = 0.0
                for row in first..<size { along += matrix[row, target] * vector[row] }
                along *= 2 / length
                for row in first..<size { matrix[row, target] -= along * vector[row] }
            }
            for row in 0..<size { Self.reflect(&basis, row, vector, from: first, 2 / length) }
        }
        for i in 0..<size {
            diagonal[i] = matrix[i, i]
            if i + 1 < size { off[i] = matrix[i + 1, i] }
        }
    }

    private static func reflect(
        _ matrix: inout SquareMatrix, _ row: Int, _ vector: [Double], from first: Int, _ factor: Double
    ) {
        var along = 0.0
        for column in first..<matrix.size { along += matrix[row, column] * vector[column] }
        along *= factor
        for column in first..<matrix.size { matrix[row, column] -= along * vector[column] }
    }

    mutating func iterate() {
        let size = matrix.size
        let scale = diagonal.reduce(0) { max($0, abs($1)) } + off.reduce(0) { max($0, abs($1)) }
        var end = size - 1
        while end > 0 {
            if abs(off[end - 1]) <= 1e-15 * scale {
                off[end - 1] = 0
                end -= 1
                continue
            }
            var start = end - 1
            while start > 0, abs(off[start - 1]) > 1e-15 * scale { start -= 1 }
            step(start, end)
        }
    }

    /// One implicit QR step on the block from `start` to `end`.
    private mutating func step(_ start: Int, _ end: Int) {
        let half = (diagonal[end - 1] - diagonal[end]) / 2
        let last = off[end - 1]
        let root = (half * half + last * last).squareRoot()
        let shift = diagonal[end] - last * last / (half + (half < 0 ? -root : root))
        var x = diagonal[start] - shift
        var z = off[start]
        for i in start..<end {
            let length = (x * x + z * z).squareRoot()
            let c = length > 0 ? x / length : 1
            let s = length > 0 ? z / length : 0
            if i > start { off[i - 1] = length }
            let (a, b, e) = (diagonal[i], diagonal[i + 1], off[i])
            diagonal[i] = c * c * a + 2 * c * s * e + s * s * b
            diagonal[i + 1] = s * s * a - 2 * c * s * e + c * c * b
            off[i] = (c * c - s * s) * e + c * s * (b - a)
            if i + 1 < end {
                x = off[i]
                z = s * off[i + 1]
                off[i + 1] *= c
            }
            for row in 0..<basis.size {
                let (left, right) = (basis[row, i], basis[row, i + 1])
                basis[row, i] = c * left + s * right
                basis[row, i + 1] = c * right - s * left
            }
        }
    }
}
