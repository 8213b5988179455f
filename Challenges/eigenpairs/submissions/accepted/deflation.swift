/// One eigenpair after the other, in a functional style: a power iteration on the square of what is left of the matrix, and then the
/// eigenpair is taken out of the matrix itself (Hotelling's deflation).
func leadingEigenpairs(matrix: [[Double]], k: Int) -> (values: [Double], vectors: [[Double]]) {
    let scale = matrix.joined().map { abs($0) }.max() ?? 0
    let pairs = (0..<k).reduce(into: (left: matrix, found: [(value: Double, vector: [Double])]())) { state, index in
        let found = state.found.map(\.vector)
        let start = unit(orthogonal(seedVector(matrix.count, index), to: found))
        let settled = (0..<300).reduce(start) { vector, _ in
            let image = times(state.left, vector)
            return norm(image) > 1e-10 * scale ? unit(image) : vector
        }
        let image = times(state.left, settled)
        let size = norm(image)
        let parts = [1.0, -1].map { sign in
            size > 1e-10 * scale ? zip(settled, image).map { $0 + sign * $1 / size } : settled
        }
        let vector = unit(orthogonal(parts.max { norm($0) < norm($1) }!, to: found))
        let value = dot(vector, times(matrix, vector))
        for i in vector.indices {
            for j in vector.indices { state.left[i][j] -= value * vector[i] * vector[j] }
        }
        state.found.append((value, vector))
    }.found
    return (pairs.map(\.value), pairs.map(\.vector))
}

private func seedVector(_ size: Int, _ index: Int) -> [Double] {
    (0..<size).map { place in
        let mixed = UInt64(place + 1) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(index + 1) &* 0xC2B2_AE3D_27D4_EB4F
        return Double((mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 11) * 0x1p-53 - 0.5
    }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }

private func norm(_ vector: [Double]) -> Double { dot(vector, vector).squareRoot() }

private func unit(_ vector: [Double]) -> [Double] {
    let length = norm(vector)
    return vector.map { $0 / length }
}

private func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] { matrix.map { dot($0, vector) } }

private func orthogonal(_ vector: [Double], to others: [[Double]]) -> [Double] {
    (others + others).reduce(vector) { rest, other in
        let along = dot(rest, other)
        return zip(rest, other).map { $0 - along * $1 }
    }
}
