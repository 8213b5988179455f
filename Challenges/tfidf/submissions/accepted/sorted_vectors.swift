import Glibc

/// Vectors as sorted lists of words and weights; a query's words are found in them by binary search.
func mostSimilarDocuments(
    documents: [[String]], queries: [[String]], k: Int
) -> [[(document: Int, similarity: Double)]] {
    let runs = documents.map(countRuns)
    var frequencies: [String: Int] = [:]
    for run in runs.joined() { frequencies[run.word, default: 0] += 1 }
    let idf = frequencies.mapValues { 1 + log1p(Double(documents.count - $0) / Double(1 + $0)) }
    let vectors = runs.map { SparseVector($0, idf) }

    var rankings: [[(document: Int, similarity: Double)]] = []
    for query in queries {
        let vector = SparseVector(countRuns(query), idf)
        var ranking: [(document: Int, similarity: Double)] = []
        for (index, document) in vectors.enumerated() { ranking.append((index, vector.product(document))) }
        // The sort is stable, so equal documents stay in their order.
        ranking.sort { $0.similarity > $1.similarity }
        // A new array: cutting this one short would keep its memory, for all documents.
        rankings.append(Array(ranking.prefix(k)))
    }
    return rankings
}

/// Each distinct word, in order, with how often it occurs.
private func countRuns(_ text: [String]) -> [(word: String, count: Int)] {
    var runs: [(word: String, count: Int)] = []
    for word in text.sorted() {
        if runs.last?.word == word { runs[runs.count - 1].count += 1 } else { runs.append((word, 1)) }
    }
    return runs
}

private struct SparseVector {
    private var words: [String] = []
    private var weights: [Double] = []

    init(_ runs: [(word: String, count: Int)], _ idf: [String: Double]) {
        for run in runs {
            guard let factor = idf[run.word] else { continue }
            words.append(run.word)
            weights.append(Double(run.count) * factor)
        }
        var squares = 0.0
        for weight in weights { squares += weight * weight }
        guard squares > 0 else { return }
        for index in weights.indices { weights[index] /= squares.squareRoot() }
    }

    func product(_ other: SparseVector) -> Double {
        var sum = 0.0
        for (word, weight) in zip(words, weights) {
            var low = 0
            var high = other.words.count
            while low < high {
                let middle = (low + high) / 2
                if other.words[middle] < word { low = middle + 1 } else { high = middle }
            }
            if low < other.words.count, other.words[low] == word { sum += weight * other.weights[low] }
        }
        return sum
    }
}
