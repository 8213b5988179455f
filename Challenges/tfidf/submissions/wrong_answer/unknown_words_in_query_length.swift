import Glibc

// Mistake: words that no document has get the idf of df = 0 and count in the length of the query.
func mostSimilarDocuments(
    documents: [[String]], queries: [[String]], k: Int
) -> [[(document: Int, similarity: Double)]] {
    let counts = documents.map(countWords)
    var documentFrequency: [String: Int] = [:]
    for words in counts {
        for word in words.keys { documentFrequency[word, default: 0] += 1 }
    }
    let idf = documentFrequency.mapValues { log(Double(1 + documents.count) / Double(1 + $0)) + 1 }

    let unknown = log(Double(1 + documents.count)) + 1
    var postings: [String: [(document: Int, weight: Double)]] = [:]
    for (index, words) in counts.enumerated() {
        for (word, weight) in unitVector(words, idf, unknown) { postings[word, default: []].append((index, weight)) }
    }

    return queries.map { query in
        var similarities = [Double](repeating: 0, count: documents.count)
        for (word, weight) in unitVector(countWords(query), idf, unknown) {
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

/// The tf-idf weights, scaled to length 1.
private func unitVector(_ counts: [String: Int], _ idf: [String: Double], _ unknown: Double) -> [(
    word: String, weight: Double
)] {
    var vector: [(word: String, weight: Double)] = []
    var squares = 0.0
    for (word, count) in counts {
        let factor = idf[word] ?? unknown
        let weight = Double(count) * factor
        vector.append((word, weight))
        squares += weight * weight
    }
    // A vector without words stays empty: there is nothing to divide.
    let norm = squares.squareRoot()
    return vector.map { ($0.word, $0.weight / norm) }
}
