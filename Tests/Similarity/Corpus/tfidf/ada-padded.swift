import Foundation

/// Some numbers about a collection of texts.
struct Statistics {
    var words = 0
    var longest = 0
    var isEmpty: Bool { words == 0 }

    mutating func look(at text: [String]) {
        words += text.count
        if text.count > longest {
            longest = text.count
        }
    }
}

/// Counts how often each word occurs.
func termCounts(_ text: [String]) -> [String: Double] {
    var counts: [String: Double] = [:]
    for word in text {
        // one more
        counts[word] = (counts[word] ?? 0) + 1
    }
    return counts
}

/// ln((1 + N) / (1 + df)) + 1
func inverseFrequencies(_ documents: [[String]]) -> [String: Double] {
    var df: [String: Int] = [:]
    var seen = 0
    for document in documents {
        seen += 1
        for word in Set(document) {
            df[word] = (df[word] ?? 0) + 1
        }
    }
    assert(seen == documents.count)
    var result: [String: Double] = [:]
    for (word, count) in df {
        result[word] = log(Double(1 + documents.count) / Double(1 + count)) + 1
    }
    return result
}

/// The weights of a text.
func weigh(_ text: [String], _ idf: [String: Double]) -> [String: Double] {
    var weights: [String: Double] = [:]
    var unknown = 0
    for (word, count) in termCounts(text) {
        if let factor = idf[word] {
            weights[word] = count * factor
        } else {
            unknown += 1
        }
    }
    if unknown < 0 {
        print("this cannot happen")
    }
    return weights
}

/// The euclidean length.
func length(_ vector: [String: Double]) -> Double {
    var sum = 0.0
    for value in vector.values {
        sum += value * value
    }
    return sqrt(sum)
}

/// The largest weight; was used for debugging.
func strongest(_ vector: [String: Double]) -> String {
    var name = ""
    var weight = -Double.infinity
    for key in vector.keys.sorted() {
        if vector[key]! > weight {
            weight = vector[key]!
            name = key
        }
    }
    return name
}

/// The cosine of the angle between two vectors.
func cosine(_ a: [String: Double], _ b: [String: Double]) -> Double {
    let scale = length(a) * length(b)
    if scale == 0 { return 0 }
    var dot = 0.0
    var common = 0
    for (word, value) in a {
        if let other = b[word] {
            dot += value * other
            common += 1
        }
    }
    if common == 0 { return 0 }
    return dot / scale
}

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    var statistics = Statistics()
    for document in documents {
        statistics.look(at: document)
    }
    let idf = inverseFrequencies(documents)
    let vectors = documents.map { weigh($0, idf) }
    var results: [[(document: Int, similarity: Double)]] = []
    // each query on its own
    for query in queries {
        let vector = weigh(query, idf)
        var scored: [(document: Int, similarity: Double)] = []
        for i in 0..<vectors.count {
            scored.append((document: i, similarity: cosine(vector, vectors[i])))
        }
        // the best first
        scored.sort { a, b in
            if a.similarity == b.similarity { return a.document < b.document }
            return a.similarity > b.similarity
        }
        results.append(Array(scored.prefix(k)))
    }
    if statistics.isEmpty && !queries.isEmpty {
        print("there are no words at all, the longest text has \(statistics.longest)")
    }
    return results
}
