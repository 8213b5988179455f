import Glibc

private final class Collection {
    private var postings: [String: [(id: Int, count: Int)]] = [:]
    private var norms: [Double]
    private let size: Int

    init(_ documents: [[String]]) {
        size = documents.count
        norms = Array(repeating: 0, count: documents.count)
        for (id, words) in documents.enumerated() {
            var seen: [String: Int] = [:]
            words.forEach { seen[$0, default: 0] += 1 }
            seen.forEach { postings[$0.key, default: []].append((id, $0.value)) }
        }
        for (word, list) in postings {
            let idf = rarity(of: word)
            for entry in list {
                let weight = Double(entry.count) * idf
                norms[entry.id] += weight * weight
            }
        }
        norms = norms.map { $0.squareRoot() }
    }

    private func rarity(of word: String) -> Double {
        1 + log(Double(1 + size)) - log(Double(1 + (postings[word]?.count ?? 0)))
    }

    func ranking(for query: [String]) -> [Double] {
        var scores = [Double](repeating: 0, count: size)
        var squared = 0.0
        for (word, copies) in Dictionary(grouping: query, by: { $0 }) {
            guard let list = postings[word] else { continue }
            let idf = rarity(of: word)
            let weight = Double(copies.count) * idf
            squared += weight * weight
            for entry in list { scores[entry.id] += weight * Double(entry.count) * idf }
        }
        for id in scores.indices {
            scores[id] = norms[id] > 0 && squared > 0 ? scores[id] / (norms[id] * squared.squareRoot()) : 0
        }
        return scores
    }
}

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    let collection = Collection(documents)
    var all = [[(document: Int, similarity: Double)]]()
    for query in queries {
        let scores = collection.ranking(for: query)
        let best = scores.indices.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
        all.append(best[..<min(k, best.count)].map { (document: $0, similarity: scores[$0]) })
    }
    return all
}
