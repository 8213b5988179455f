// what: The determinant modulo a prime of the 4 by 4 matrix that the first sixteen values form.
// time: 1
// space: 1
// time-bound: log(n)
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: Elimination on sixteen numbers, whatever n is; the four rows are the only storage.

let prime = 1_000_000_007

func inverse(_ number: Int) -> Int {
    var (power, base, exponent) = (1, number, prime - 2)
    while exponent > 0 {
        if exponent & 1 == 1 { power = power * base % prime }
        base = base * base % prime
        exponent >>= 1
    }
    return power
}

func work(_ values: [Int]) -> Int {
    guard values.count >= 16 else { return 0 }
    var rows = (0..<4).map { row in (0..<4).map { (values[4 * row + $0] * (row + 3) + 1 << (row * $0)) % prime } }
    var determinant = 1
    for column in 0..<4 {
        guard let pivot = (column..<4).first(where: { rows[$0][column] != 0 }) else { return 0 }
        if pivot != column {
            rows.swapAt(pivot, column)
            determinant = prime - determinant
        }
        determinant = determinant * rows[column][column] % prime
        let scale = inverse(rows[column][column])
        for row in stride(from: column + 1, to: 4, by: 1) {
            let factor = rows[row][column] * scale % prime
            for place in column..<4 {
                rows[row][place] = (rows[row][place] + (prime - factor) * rows[column][place]) % prime
            }
        }
    }
    return determinant
}
