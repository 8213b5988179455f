// what: Multiplies the values, read as a square matrix, by its transpose.
// time: n^1.5
// space: n
// time-bound: n^1.5
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The side is sqrt(n), so the three loops take sqrt(n)^3 steps; the product has n cells.

func work(_ values: [Int]) -> Int {
    let side = Int(Double(values.count).squareRoot())
    var product = [[Int]](repeating: [Int](repeating: 0, count: side), count: side)
    for i in 0..<side {
        for j in 0..<side {
            var sum = 0
            for k in 0..<side {
                sum = (sum &+ values[i * side + k] &* values[j * side + k]) % 1_000_003
            }
            product[i][j] = sum
        }
    }
    return product.reduce(0) { $0 &* 31 &+ $1.reduce(0, ^) }
}
