import ChallengeKit

/// The statement's limits.
let largestSize = 300
let magnitudes = 1e-12...1e9
let ratio = 0.9
let equality = 1e-9

/// The eigenvalues of a symmetric matrix by magnitude, the largest first: Householder's tridiagonal form, then bisection by the number
/// of negative pivots (Golub and Van Loan, Matrix Computations, 8.3 and 8.4).
func magnitudes(of matrix: [[Double]]) -> [Double] {
    let size = matrix.count
    var a = matrix
    var off: [Double] = []
    for column in 0..<size - 1 {
        var vector = (column + 1..<size).map { a[$0][column] }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let image = vector[0] > 0 ? -length : length
        off.append(image)
        vector[0] -= image
        let square = vector.reduce(0) { $0 + $1 * $1 }
        guard square > 0 else { continue }
        let first = column + 1
        var product = vector.map { _ in 0.0 }
        for row in vector.indices {
            for index in vector.indices { product[row] += a[first + row][first + index] * vector[index] * 2 / square }
        }
        let share = zip(product, vector).reduce(0) { $0 + $1.0 * $1.1 } / square
        for row in vector.indices { product[row] -= share * vector[row] }
        for row in vector.indices {
            for index in vector.indices {
                a[first + row][first + index] -= vector[row] * product[index] + product[row] * vector[index]
            }
        }
    }
    let diagonal = (0..<size).map { a[$0][$0] }
    let largest = diagonal.reduce(0) { max($0, abs($1)) } + 2 * off.reduce(0) { max($0, abs($1)) }
    func countBelow(_ bound: Double) -> Int {
        var count = 0
        var pivot = 1.0
        for index in 0..<size {
            pivot = diagonal[index] - bound - (index > 0 ? off[index - 1] * off[index - 1] / pivot : 0)
            if pivot == 0 { pivot = -1e-18 * largest }
            if pivot < 0 { count += 1 }
        }
        return count
    }
    let values = (0..<size).map { rank in
        var (low, high) = (-1.01 * largest, 1.01 * largest)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if countBelow(middle) > rank { high = middle } else { low = middle }
        }
        return (low + high) / 2
    }
    return values.map { abs($0) }.sorted(by: >)
}

validateInput { input in
    let matrix = input.matrix("the matrix")
    let n = matrix.count
    guard (1...largestSize).contains(n) else { input.fail("there must be 1 to \(largestSize) rows, not \(n)") }
    guard matrix[0].count == n else { input.fail("there must be as many columns as rows, not \(matrix[0].count)") }
    let k = input.int("k")
    guard (1...n).contains(k) else { input.fail("k must be between 1 and n, not \(k)") }
    for i in 0..<n {
        for j in 0..<n {
            let value = matrix[i][j]
            guard value == 0 || magnitudes.contains(abs(value)) else {
                input.fail("entries must be 0, or between 1e-12 and 1e9 in magnitude, not \(value)")
            }
            guard value == matrix[j][i] else { input.fail("the matrix must be symmetric, row \(i), column \(j)") }
        }
    }
    if matrix.allSatisfy({ $0.allSatisfy { $0 == 0 } }) { return }
    let sorted = magnitudes(of: matrix)
    for index in 1..<max(1, min(n, k + 1)) {
        let (larger, smaller) = (sorted[index - 1], sorted[index])
        guard larger - smaller <= equality * sorted[0] || smaller <= ratio * larger else {
            input.fail("each of the k + 1 largest magnitudes must be at most 0.9 of the one before, or equal to it")
        }
    }
}
