// what: Determinant of an n by n matrix modulo a prime, by elimination.
// time: n^3
// space: n^2
// time-bound: n^2
// space-bound: n^2
// time-verdict: over
// space-verdict: within
// why: n pivots that each reduce up to n rows of up to n cells; the matrix has n^2 cells.

let prime = 998_244_353

func inverse(_ number: Int) -> Int {
    var (base, exponent, result) = (number, prime - 2, 1)
    while exponent > 0 {
        if exponent & 1 == 1 { result = result * base % prime }
        base = base * base % prime
        exponent >>= 1
    }
    return result
}

func work(_ values: [Int]) -> Int {
    let n = values.count
    var rows = [[Int]](repeating: [Int](repeating: 0, count: n), count: n)
    for i in 0..<n {
        for j in 0..<n {
            let mixed = (values[i] &+ i) &* (values[j] ^ (j &* 8_191))
            rows[i][j] = (mixed &+ i * j * j) & 0xFFF_FFFF
        }
    }
    var determinant = 1
    for pivot in 0..<n {
        guard let row = (pivot..<n).first(where: { rows[$0][pivot] != 0 }) else { return 0 }
        rows.swapAt(row, pivot)
        determinant = determinant * rows[pivot][pivot] % prime
        let factor = inverse(rows[pivot][pivot])
        for other in stride(from: pivot + 1, to: n, by: 1) {
            let ratio = rows[other][pivot] * factor % prime
            for column in pivot..<n {
                rows[other][column] = (rows[other][column] + (prime - ratio) * rows[pivot][column]) % prime
            }
        }
    }
    return determinant
}
