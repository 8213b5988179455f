import Glibc

// Mistake: a heap of the k best compares similarities only, which mixes up documents that are equally similar.
func mostSimilarDocuments(
    documents: [[String]], queries: [[String]], k: Int
) -> [[(document: Int, similarity: Double)]] {
    let counts = documents.map(countWords)
    var documentFrequency: [String: Int] = [:]
    for words in counts {
        for word in words.keys { documentFrequency[word, default: 0] += 1 }
    }
    let idf = documentFrequency.mapValues { log(Double(1 + documents.count) / Double(1 + $0)) + 1 }

    var postings: [String: [(document: Int, weight: Double)]] = [:]
    for (index, words) in counts.enumerated() {
        for (word, weight) in unitVector(words, idf) { postings[word, default: []].append((index, weight)) }
    }

    return queries.map { query in
        var similarities = [Double](repeating: 0, count: documents.count)
        for (word, weight) in unitVector(countWords(query), idf) {
            for posting in postings[word] ?? [] { similarities[posting.document] += weight * posting.weight }
        }
        return best(k, similarities)
    }
}

/// A heap with the best on top, from which the best is taken `k` times.
private func best(_ k: Int, _ similarities: [Double]) -> [(document: Int, similarity: Double)] {
    var heap = Array(similarities.indices)
    func sift(_ start: Int) {
        var parent = start
        while 2 * parent + 1 < heap.count {
            var child = 2 * parent + 1
            if child + 1 < heap.count, similarities[heap[child + 1]] > similarities[heap[child]] { child += 1 }
            guard similarities[heap[child]] > similarities[heap[parent]] else { return }
            heap.swapAt(child, parent)
            parent = child
        }
    }
    for start in (0..<heap.count / 2).reversed() { sift(start) }
    var ranking: [(document: Int, similarity: Double)] = []
    while ranking.count < k, let top = heap.first {
        ranking.append((top, similarities[top]))
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        sift(0)
    }
    return ranking
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
