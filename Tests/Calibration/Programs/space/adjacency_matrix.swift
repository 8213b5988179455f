// what: Builds an adjacency matrix from pairs of values and counts the degrees.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n^2
// time-verdict: within
// space-verdict: within
// why: n^2 entries of one byte each, which the bound allows.

struct Graph {
    let order: Int
    var adjacent: [Bool]

    init(order: Int) {
        self.order = order
        adjacent = Array(repeating: false, count: order * order)
    }

    mutating func connect(_ a: Int, _ b: Int) {
        adjacent[a * order + b] = true
        adjacent[b * order + a] = true
    }

    func degree(_ vertex: Int) -> Int {
        var degree = 0
        for other in 0..<order where adjacent[other * order + vertex] { degree += 1 }
        return degree
    }
}

func work(_ values: [Int]) -> Int {
    var graph = Graph(order: values.count)
    for a in values.indices {
        for b in 0..<a where (values[a] ^ values[b]) % 3 == 0 { graph.connect(a, b) }
    }
    return values.indices.reduce(0) { $0 &* 3 ^ graph.degree($1) }
}
