// Too slow: the edit distance of every unseen message to every training message.
func spamScores(messages: [String], labels: [Int], unseen: [String]) -> [Double] {
    unseen.map { message in
        let distances = messages.map { distance(Array(message), Array($0)) }
        let nearest = distances.indices.min { distances[$0] < distances[$1] }!
        return Double(labels[nearest]) * 2 - 1
    }
}

private func distance(_ a: [Character], _ b: [Character]) -> Int {
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
