// Too slow: sorts all training rows anew for each unseen one, by the edit distance of their texts.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let texts = customers.map { Array($0.joined(separator: "|").utf8) }
    return unseen.map { row in
        let text = Array(row.joined(separator: "|").utf8)
        let distances = texts.map { distance(text, $0) }
        let nearest = distances.indices.sorted { distances[$0] < distances[$1] }.prefix(25)
        return nearest.reduce(0.02) { $0 + 0.96 * Double(churned[$1]) / Double(nearest.count) }
    }
}

private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
        var diagonal = row[0]
        row[0] = i + 1
        for j in b.indices {
            let next = min(min(row[j], row[j + 1]) + 1, diagonal + (a[i] == b[j] ? 0 : 1))
            diagonal = row[j + 1]
            row[j + 1] = next
        }
    }
    return row[b.count]
}
