import Foundation

func increment(_ table: inout [String: Double], _ word: String) {
    table[word] = (table[word] ?? 0) + 1
}

func termCounts(_ text: [String]) -> [String: Double] {
    var counts: [String: Double] = [:]
    for word in text {
        increment(&counts, word)
    }
    return counts
}

func documentFrequencies(_ documents: [[String]]) -> [String: Double] {
    var df: [String: Double] = [:]
    for document in documents {
        for word in Set(document) {
            increment(&df, word)
        }
    }
    return df
}

func factor(_ total: Int, _ count: Double) -> Double {
    return log(Double(1 + total) / (1 + count)) + 1
}

func inverseFrequencies(_ documents: [[String]]) -> [String: Double] {
    var result: [String: Double] = [:]
    for (word, count) in documentFrequencies(documents) {
        result[word] = factor(documents.count, count)
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

func length(_ vector: [String: Double]) -> Double {
    return sqrt(product(vector, vector))
}

func product(_ a: [String: Double], _ b: [String: Double]) -> Double {
    var dot = 0.0
    for (word, value) in a {
        if let other = b[word] {
            dot += value * other
        }
    }
    return dot
}

func cosine(_ a: [String: Double], _ b: [String: Double]) -> Double {
    let scale = length(a) * length(b)
    if scale == 0 { return 0 }
    return product(a, b) / scale
}

func comesFirst(_ a: (document: Int, similarity: Double), _ b: (document: Int, similarity: Double)) -> Bool {
    if a.similarity == b.similarity { return a.document < b.document }
    return a.similarity > b.similarity
}

func ranking(_ vector: [String: Double], _ vectors: [[String: Double]], _ k: Int) -> [(
    document: Int, similarity: Double
)] {
    var scored: [(document: Int, similarity: Double)] = []
    for i in 0..<vectors.count {
        scored.append((document: i, similarity: cosine(vector, vectors[i])))
    }
    scored.sort(by: comesFirst)
    return Array(scored.prefix(k))
}

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    let idf = inverseFrequencies(documents)
    let vectors = documents.map { weigh($0, idf) }
    var results: [[(document: Int, similarity: Double)]] = []
    for query in queries {
        results.append(ranking(weigh(query, idf), vectors, k))
    }
    return results
}
