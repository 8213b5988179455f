import Foundation

func termCounts(_ text: [String]) -> [String: Double] {
    return text.reduce(into: [String: Double]()) { counts, word in
        counts[word] = (counts[word] ?? 0) + 1
    }
}

func inverseFrequencies(_ documents: [[String]]) -> [String: Double] {
    var df: [String: Int] = [:]
    var d = 0
    while d < documents.count {
        let words = Array(Set(documents[d]))
        var w = 0
        while w < words.count {
            df[words[w]] = (df[words[w]] ?? 0) + 1
            w += 1
        }
        d += 1
    }
    return df.mapValues { count in
        log(Double(1 + documents.count) / Double(1 + count)) + 1
    }
}

func weigh(_ text: [String], _ idf: [String: Double]) -> [String: Double] {
    var weights: [String: Double] = [:]
    for (word, count) in termCounts(text) where idf[word] != nil {
        weights[word] = count * idf[word]!
    }
    return weights
}

func length(_ vector: [String: Double]) -> Double {
    return sqrt(vector.values.map { $0 * $0 }.reduce(0, +))
}

func cosine(_ a: [String: Double], _ b: [String: Double]) -> Double {
    let scale = length(a) * length(b)
    if scale == 0 { return 0 }
    let words = Array(a.keys)
    var dot = 0.0
    var i = 0
    while i < words.count {
        if let other = b[words[i]] {
            dot += a[words[i]]! * other
        }
        i += 1
    }
    return dot / scale
}

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    let idf = inverseFrequencies(documents)
    var vectors: [[String: Double]] = []
    for document in documents {
        vectors.append(weigh(document, idf))
    }
    return queries.map { query in
        let vector = weigh(query, idf)
        let scored = vectors.indices.map { i in
            (document: i, similarity: cosine(vector, vectors[i]))
        }
        let order = scored.sorted { a, b in
            if a.similarity == b.similarity { return a.document < b.document }
            return a.similarity > b.similarity
        }
        return Array(order.prefix(k))
    }
}
