// what: A minimum spanning tree of the complete graph by sorting all edges, as Kruskal does.
// time: n^2 log n
// space: n^2
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: over
// why: n(n-1)/2 edges are collected and sorted in n^2 log n, one log factor above what was asked; all edges are held at once.

struct Edge {
    let weight: UInt32
    let first: Int32
    let second: Int32
}

func root(_ parents: inout [Int], _ start: Int) -> Int {
    var node = start
    while parents[node] != node {
        parents[node] = parents[parents[node]]
        node = parents[node]
    }
    return node
}

func work(_ values: [Int]) -> Int {
    var edges: [Edge] = []
    for first in values.indices {
        for second in 0..<first {
            let mixed = (values[first] &+ 3 &* values[second] &+ first &* second) &* 2_654_435_761
            edges.append(
                Edge(weight: UInt32(truncatingIfNeeded: mixed >> 8), first: Int32(first), second: Int32(second)))
        }
    }
    edges.sort { $0.weight < $1.weight }
    var parents = Array(values.indices)
    var total = 0
    for edge in edges {
        let (a, b) = (root(&parents, Int(edge.first)), root(&parents, Int(edge.second)))
        if a != b {
            parents[a] = b
            total &+= Int(edge.weight)
        }
    }
    return total
}
