import Foundation

struct TfIdfVector {
    let entries: [(term: Int, weight: Double)]

    init(words: [String], dictionary: [String: Int], idf: [Double]) {
        let terms = words.compactMap { dictionary[$0] }.sorted()
        var list: [(term: Int, weight: Double)] = []
        var i = 0
        while i < terms.count {
            var j = i
            while j < terms.count && terms[j] == terms[i] { j += 1 }
            list.append((terms[i], Double(j - i) * idf[terms[i]]))
            i = j
        }
        entries = list
    }

    var magnitude: Double { sqrt(entries.map { pow($0.weight, 2) }.reduce(0, +)) }

    func dot(_ other: TfIdfVector) -> Double {
        var (a, b, total) = (0, 0, 0.0)
        while a < entries.count, b < other.entries.count {
            let (left, right) = (entries[a], other.entries[b])
            if left.term == right.term {
                total += left.weight * right.weight
                a += 1
                b += 1
            } else if left.term < right.term {
                a += 1
            } else {
                b += 1
            }
        }
        return total
    }
}

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    var dictionary: [String: Int] = [:]
    var frequency: [Double] = []
    for document in documents {
        var marked = Set<String>()
        for word in document where marked.insert(word).inserted {
            if let id = dictionary[word] {
                frequency[id] += 1
            } else {
                dictionary[word] = frequency.count
                frequency.append(1)
            }
        }
    }
    let idf = frequency.map { log((1 + Double(documents.count)) / (1 + $0)) + 1 }
    let vectors = documents.map { TfIdfVector(words: $0, dictionary: dictionary, idf: idf) }
    return queries.map { query in
        let q = TfIdfVector(words: query, dictionary: dictionary, idf: idf)
        let candidates = vectors.enumerated().map { i, v -> (document: Int, similarity: Double) in
            let m = q.magnitude * v.magnitude
            return (i, m == 0 ? 0 : q.dot(v) / m)
        }
        return Array(
            candidates.sorted {
                $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.document < $1.document
            }.prefix(k))
    }
}
