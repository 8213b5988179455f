// what: Counts triangles of even weight in a complete graph whose edges are the values.
// time: n^1.5
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: n edges join about sqrt(2n) vertices, which form order n^1.5 triangles; the weights lie in a matrix of 2n entries.

func work(_ values: [Int]) -> Int {
    var vertices = 1
    while vertices * (vertices + 1) / 2 <= values.count { vertices += 1 }
    var weight = [[Int]](repeating: [Int](repeating: 0, count: vertices), count: vertices)
    var edge = 0
    for first in 0..<vertices {
        for second in 0..<first {
            weight[first][second] = values[edge] &+ (edge &* edge >> 3)
            weight[second][first] = weight[first][second]
            edge += 1
        }
    }
    var even = 0
    for first in 0..<vertices {
        for second in 0..<first {
            let base = weight[first][second]
            for third in 0..<second {
                if (base &+ weight[first][third] &+ weight[second][third]) % 2 == 0 { even += 1 }
            }
        }
    }
    return even
}
