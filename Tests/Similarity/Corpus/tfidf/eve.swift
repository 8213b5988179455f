import Foundation

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    let n = documents.count
    var df: [String: Int] = [:]
    for doc in documents {
        for word in Set(doc) { df[word, default: 0] += 1 }
    }

    func vectorize(_ words: [String]) -> [String: Double] {
        var tf: [String: Double] = [:]
        for word in words where df[word] != nil { tf[word, default: 0] += 1 }
        for word in tf.keys { tf[word]! *= log(Double(1 + n) / Double(1 + df[word]!)) + 1 }
        return tf
    }

    func similarity(_ a: [String: Double], _ b: [String: Double]) -> Double {
        var dot = 0.0
        var normA = 0.0
        var normB = 0.0
        for (word, weight) in a {
            normA += weight * weight
            dot += weight * (b[word] ?? 0)
        }
        for weight in b.values { normB += weight * weight }
        return normA == 0 || normB == 0 ? 0 : dot / (sqrt(normA) * sqrt(normB))
    }

    let docVectors = documents.map(vectorize)
    return queries.map { query in
        let queryVector = vectorize(query)
        let ranked = (0..<n).map { (document: $0, similarity: similarity(queryVector, docVectors[$0])) }
            .sorted { ($0.similarity, -$0.document) > ($1.similarity, -$1.document) }
        return Array(ranked.prefix(k))
    }
}
