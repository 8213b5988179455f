import Foundation

/// A dictionary of weights for each document; each query looks its words up in every one of them.
func mostSimilarDocuments(
    documents: [[String]], queries: [[String]], k: Int
) -> [[(document: Int, similarity: Double)]] {
    let counts = documents.map(termFrequencies)
    let n = Double(documents.count)
    let idf = counts.lazy.flatMap(\.keys)
        .reduce(into: [String: Double]()) { $0[$1, default: 0] += 1 }
        .mapValues { log((1 + n) / (1 + $0)) + 1 }
    let vectors = counts.map { weights($0, idf) }
    let norms = vectors.map(norm)

    return queries.map { query in
        let vector = weights(termFrequencies(query), idf)
        let length = norm(vector)
        return vectors.indices
            .map { index -> (document: Int, similarity: Double) in
                let product = vector.reduce(0) { $0 + $1.value * (vectors[index][$1.key] ?? 0) }
                return (index, product == 0 ? 0 : product / (length * norms[index]))
            }
            .sorted { ($1.similarity, $0.document) < ($0.similarity, $1.document) }
            .prefix(k)
            .map { $0 }
    }
}

private func termFrequencies(_ words: [String]) -> [String: Double] {
    Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
}

private func weights(_ counts: [String: Double], _ idf: [String: Double]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: counts.compactMap { word, count in idf[word].map { (word, count * $0) } })
}

private func norm(_ vector: [String: Double]) -> Double {
    vector.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
}
