import Glibc

// Mistake: weights are kept as Float, which has seven digits.
func mostSimilarDocuments(
    documents: [[String]], queries: [[String]], k: Int
) -> [[(document: Int, similarity: Double)]] {
    let counts = documents.map(countWords)
    var documentFrequency: [String: Int] = [:]
    for words in counts {
        for word in words.keys { documentFrequency[word, default: 0] += 1 }
    }
    let idf = documentFrequency.mapValues { log(Double(1 + documents.count) / Double(1 + $0)) + 1 }

    var postings: [String: [(document: Int, weight: Float)]] = [:]
    for (index, words) in counts.enumerated() {
        for (word, weight) in unitVector(words, idf) { postings[word, default: []].append((index, weight)) }
    }

    return queries.map { query in
        var similarities = [Float](repeating: 0, count: documents.count)
        for (word, weight) in unitVector(countWords(query), idf) {
            for posting in postings[word] ?? [] { similarities[posting.document] += weight * posting.weight }
        }
        let order = similarities.indices.sorted {
            similarities[$0] != similarities[$1] ? similarities[$0] > similarities[$1] : $0 < $1
        }
        return order.prefix(k).map { ($0, Double(similarities[$0])) }
    }
}

private func countWords(_ words: [String]) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

/// The tf-idf weights, scaled to length 1. Words without an idf are in no document and have no weight.
private func unitVector(_ counts: [String: Int], _ idf: [String: Double]) -> [(word: String, weight: Float)] {
    var vector: [(word: String, weight: Float)] = []
    var squares: Float = 0
    for (word, count) in counts {
        guard let factor = idf[word] else { continue }
        let weight = Float(count) * Float(factor)
        vector.append((word, weight))
        squares += weight * weight
    }
    // A vector without words stays empty: there is nothing to divide.
    let norm = squares.squareRoot()
    return vector.map { ($0.word, $0.weight / norm) }
}
