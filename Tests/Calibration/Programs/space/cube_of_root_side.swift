// what: Counts triples of residues in a cube whose sides are sqrt(n) long.
// time: n^1.5
// space: n^1.5
// time-bound: n^1.5
// space-bound: n^1.5
// time-verdict: within
// space-verdict: within
// why: The cube has sqrt(n)^3 cells, all of which are written and read.

func work(_ values: [Int]) -> Int {
    let side = Int(Double(values.count).squareRoot())
    let line = [Int](repeating: 0, count: side)
    var cube = [[[Int]]](repeating: [[Int]](repeating: line, count: side), count: side)
    for x in 0..<side {
        for y in 0..<side {
            for z in 0..<side {
                cube[x][y][z] = (values[x * side + y] ^ z) % 1_009
            }
        }
    }
    var digest = 0
    for plane in cube {
        for row in plane { digest = (digest &* 3) ^ row.reduce(0, &+) }
    }
    return digest
}
