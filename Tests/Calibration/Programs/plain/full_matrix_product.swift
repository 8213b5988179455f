// what: Squares an n by n matrix that is filled from the values.
// time: n^3
// space: n^2
// time-bound: n^3
// space-bound: n^2
// time-verdict: within
// space-verdict: within
// why: Three nested loops to n; two matrices of n^2 cells.

func work(_ values: [Int]) -> Int {
    let n = values.count
    let matrix = values.map { x in values.map { y in (x &* 31 &+ y) % 1_009 } }
    var product = [[Int]](repeating: [Int](repeating: 0, count: n), count: n)
    for i in 0..<n {
        for j in 0..<n {
            for k in 0..<n {
                product[i][j] += matrix[i][k] * matrix[k][j]
            }
        }
    }
    return product.reduce(0) { $0 &* 3 &+ $1.reduce(0, &+) }
}
