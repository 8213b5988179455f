import Glibc

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    let vocabulary = Array(Set(documents.joined())).sorted()
    let column = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })
    func counted(_ words: [String]) -> [Double] {
        words.compactMap { column[$0] }.reduce(into: [Double](repeating: 0, count: vocabulary.count)) { $0[$1] += 1 }
    }
    let table = documents.map(counted)
    let idf = vocabulary.indices.map { j in
        log(Double(documents.count + 1) / Double(table.filter { $0[j] > 0 }.count + 1)) + 1
    }
    func normalised(_ counts: [Double]) -> [Double] {
        let weighted = zip(counts, idf).map(*)
        let norm = weighted.map { $0 * $0 }.reduce(0, +).squareRoot()
        return norm > 0 ? weighted.map { $0 / norm } : weighted
    }
    let units = table.map(normalised)
    return queries.map { words in
        let unit = normalised(counted(words))
        return units.enumerated()
            .map { (document: $0.offset, similarity: zip($0.element, unit).map(*).reduce(0, +)) }
            .sorted { ($1.similarity, $0.document) < ($0.similarity, $1.document) }
            .prefix(k).map { $0 }
    }
}
