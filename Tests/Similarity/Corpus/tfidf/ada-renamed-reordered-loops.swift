import Foundation

func rarities(_ documents: [[String]]) -> [String: Double] {
    var spread: [String: Int] = [:]
    var d = 0
    while d < documents.count {
        let words = Array(Set(documents[d]))
        var w = 0
        while w < words.count {
            spread[words[w]] = (spread[words[w]] ?? 0) + 1
            w += 1
        }
        d += 1
    }
    return spread.mapValues { times in
        log(Double(1 + documents.count) / Double(1 + times)) + 1
    }
}

func occurrences(_ tokens: [String]) -> [String: Double] {
    return tokens.reduce(into: [String: Double]()) { bag, token in
        bag[token] = (bag[token] ?? 0) + 1
    }
}

func magnitude(_ arrow: [String: Double]) -> Double {
    return sqrt(arrow.values.map { $0 * $0 }.reduce(0, +))
}

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    let rare = rarities(documents)
    var arrows: [[String: Double]] = []
    for page in documents {
        arrows.append(valued(page, rare))
    }
    return queries.map { question in
        let arrow = valued(question, rare)
        let marks = arrows.indices.map { n in
            (document: n, similarity: angle(arrow, arrows[n]))
        }
        let order = marks.sorted { left, right in
            if left.similarity == right.similarity { return left.document < right.document }
            return left.similarity > right.similarity
        }
        return Array(order.prefix(k))
    }
}

func valued(_ tokens: [String], _ rare: [String: Double]) -> [String: Double] {
    var scaled: [String: Double] = [:]
    for (token, times) in occurrences(tokens) where rare[token] != nil {
        scaled[token] = times * rare[token]!
    }
    return scaled
}

func angle(_ left: [String: Double], _ right: [String: Double]) -> Double {
    let both = magnitude(left) * magnitude(right)
    if both == 0 { return 0 }
    let words = Array(left.keys)
    var inner = 0.0
    var n = 0
    while n < words.count {
        if let y = right[words[n]] {
            inner += left[words[n]]! * y
        }
        n += 1
    }
    return inner / both
}
