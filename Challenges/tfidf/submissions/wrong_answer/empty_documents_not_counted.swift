import Glibc

// Mistake: N is the number of documents that have words.
func mostSimilarDocuments(
    documents: [[String]], queries: [[String]], k: Int
) -> [[(document: Int, similarity: Double)]] {
    let counts = documents.map(countWords)
    var documentFrequency: [String: Int] = [:]
    for words in counts {
        for word in words.keys { documentFrequency[word, default: 0] += 1 }
    }
    let size = documents.count { !$0.isEmpty }
    let idf = documentFrequency.mapValues { log(Double(1 + size) / Double(1 + $0)) + 1 }

    var postings: [String: [(document: Int, weight: Double)]] = [:]
    for (index, words) in counts.enumerated() {
        for (word, weight) in unitVector(words, idf) { postings[word, default: []].append((index, weight)) }
    }

    return queries.map { query in
        var similarities = [Double](repeating: 0, count: documents.count)
        for (word, weight) in unitVector(countWords(query), idf) {
            for posting in postings[word] ?? [] { similarities[posting.document] += weight * posting.weight }
        }
        let order = similarities.indices.sorted {
            similarities[$0] != similarities[$1] ? similarities[$0] > similarities[$1] : $0 < $1
        }
        return order.prefix(k).map { ($0, similarities[$0]) }
    }
}

private func countWords(_ words: [String]) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

/// The tf-idf weights, scaled to length 1. Words without an idf are in no document and have no weight.
private func unitVector(_ counts: [String: Int], _ idf: [String: Double]) -> [(word: String, weight: Double)] {
    var vector: [(word: String, weight: Double)] = []
    var squares = 0.0
    for (word, count) in counts {
        guard let factor = idf[word] else { continue }
        let weight = Double(count) * factor
        vector.append((word, weight))
        squares += weight * weight
    }
    // A vector without words stays empty: there is nothing to divide.
    let norm = squares.squareRoot()
    return vector.map { ($0.word, $0.weight / norm) }
}
