// Wrong: multiplies with the matrix only. Where eigenvalues are opposite the vector alternates between two mixtures of their
// eigenvectors.
func leadingEigenpairs(matrix: [[Double]], k: Int) -> (values: [Double], vectors: [[Double]]) {
    let size = matrix.count
    let largest = matrix.joined().reduce(0) { max($0, abs($1)) }
    var values: [Double] = []
    var vectors: [[Double]] = []
    var generator = Generator()
    while vectors.count < k {
        var vector = [Double](repeating: 0, count: size)
        for i in 0..<size { vector[i] = generator.next() }
        project(&vector, vectors)
        normalise(&vector)
        var image = vector
        for _ in 0..<400 {
            image = product(matrix, vector)
            project(&image, vectors)
            // Nothing but zeros is left, so any vector will do.
            if length(image) <= 1e-11 * largest { break }
            vector = image
            normalise(&vector)
        }
        project(&vector, vectors)
        normalise(&vector)
        values.append(dot(vector, product(matrix, vector)))
        vectors.append(vector)
    }
    return (values, vectors)
}

/// A few random numbers (Lehmer's generator).
private struct Generator {
    private var state = 20_263

    mutating func next() -> Double {
        state = state * 48_271 % 2_147_483_647
        return Double(state) / 2_147_483_647 - 0.5
    }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}

private func length(_ vector: [Double]) -> Double { dot(vector, vector).squareRoot() }

private func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] { matrix.map { dot($0, vector) } }

private func normalise(_ vector: inout [Double]) {
    let length = length(vector)
    for index in vector.indices { vector[index] /= length }
}

/// Takes the parts along `others` out, twice, as the first time leaves rounding.
private func project(_ vector: inout [Double], _ others: [[Double]]) {
    for _ in 0..<2 {
        for other in others {
            let along = dot(vector, other)
            for index in vector.indices { vector[index] -= along * other[index] }
        }
    }
}
