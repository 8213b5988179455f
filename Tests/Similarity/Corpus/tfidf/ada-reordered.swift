import Foundation

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    var results: [[(document: Int, similarity: Double)]] = []
    let idf = inverseFrequencies(documents)
    let vectors = documents.map { weigh($0, idf) }
    for query in queries {
        var scored: [(document: Int, similarity: Double)] = []
        let vector = weigh(query, idf)
        for i in 0..<vectors.count {
            scored.append((document: i, similarity: cosine(vector, vectors[i])))
        }
        scored.sort { a, b in
            if a.similarity == b.similarity { return a.document < b.document }
            return a.similarity > b.similarity
        }
        results.append(Array(scored.prefix(k)))
    }
    return results
}

func cosine(_ a: [String: Double], _ b: [String: Double]) -> Double {
    var dot = 0.0
    let scale = length(a) * length(b)
    if scale == 0 { return 0 }
    for (word, value) in a {
        if let other = b[word] {
            dot += value * other
        }
    }
    return dot / scale
}

func length(_ vector: [String: Double]) -> Double {
    var sum = 0.0
    for value in vector.values {
        sum += value * value
    }
    return sqrt(sum)
}

func inverseFrequencies(_ documents: [[String]]) -> [String: Double] {
    var result: [String: Double] = [:]
    var df: [String: Int] = [:]
    for document in documents {
        for word in Set(document) {
            df[word] = (df[word] ?? 0) + 1
        }
    }
    for (word, count) in df {
        result[word] = log(Double(1 + documents.count) / Double(1 + count)) + 1
    }
    return result
}

func weigh(_ text: [String], _ idf: [String: Double]) -> [String: Double] {
    var weights: [String: Double] = [:]
    for (word, count) in termCounts(text) {
        if let factor = idf[word] {
            weights[word] = count * factor
        }
    }
    return weights
}

func termCounts(_ text: [String]) -> [String: Double] {
    var counts: [String: Double] = [:]
    for word in text {
        counts[word] = (counts[word] ?? 0) + 1
    }
    return counts
}
