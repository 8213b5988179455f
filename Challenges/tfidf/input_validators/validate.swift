import ChallengeKit
import Glibc

/// Lists of words: how many there are, then each as its length and its words.
func readTexts(_ input: inout Reader, _ what: String, atMost most: Int, words: Int) -> [[String]] {
    let count = input.int("the number of \(what)", in: 0...most)
    return (0..<count).map { _ in
        let length = input.int("the length of one of the \(what)", in: 0...words)
        return (0..<length).map { _ in
            let word = input.word()
            let isPlain = word.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            }
            if !isPlain || word.utf8.count > 15 {
                input.fail("a word has 1 to 15 characters, the letters A to Z and a to z and the digits")
            }
            return word
        }
    }
}

/// The documents' words, counted, to tell whether a query's ranking is promised to be clear.
struct Collection {
    let counts: [[String: Int]]
    private(set) var postings: [String: [(document: Int, count: Int)]] = [:]
    private var norms: [Double] = []

    init(_ documents: [[String]]) {
        counts = documents.map { $0.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
        for (index, words) in counts.enumerated() {
            for (word, count) in words { postings[word, default: []].append((index, count)) }
        }
        norms = counts.map { words in
            var squares = 0.0
            for (word, count) in words { squares += pow(Double(count) * idf(word), 2) }
            return squares.squareRoot()
        }
    }

    private func idf(_ word: String) -> Double {
        log(Double(1 + counts.count) / Double(1 + (postings[word]?.count ?? 0))) + 1
    }

    /// Whether both have at most two different words, with the same counts and document frequencies, and equally often
    /// in the query: sums of two products come out the same in either order.
    private func isExactTie(_ left: Int, _ right: Int, _ query: [String: Int]) -> Bool {
        func profile(_ document: Int) -> [[Int]] {
            counts[document].map { [$0.value, postings[$0.key]!.count, query[$0.key] ?? 0] }
                .sorted { $0.lexicographicallyPrecedes($1) }
        }
        return counts[left].count <= 2 && counts[right].count <= 2 && profile(left) == profile(right)
    }

    /// Whether each of the first `k + 1` documents is clearly apart from the next or exactly tied with it.
    func isClear(_ words: [String], _ k: Int) -> Bool {
        let query = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var values = [Double](repeating: 0, count: counts.count)
        var squares = 0.0
        for (word, count) in query {
            guard let list = postings[word] else { continue }
            let weight = Double(count) * idf(word)
            squares += weight * weight
            for posting in list { values[posting.document] += weight * Double(posting.count) * idf(word) }
        }
        for index in values.indices where values[index] > 0 { values[index] /= squares.squareRoot() * norms[index] }
        let order = values.indices.sorted { values[$0] > values[$1] }.prefix(k + 1)
        return zip(order, order.dropFirst()).allSatisfy { first, next in
            values[first] - values[next] >= 1e-9 || values[first] == 0 || isExactTie(first, next, query)
        }
    }
}

validateInput { input in
    let documents = readTexts(&input, "documents", atMost: 20_000, words: 300_000)
    let words = documents.reduce(0) { $0 + $1.count }
    guard words <= 300_000 else { input.fail("documents must have at most 300000 words in all") }
    let queries = readTexts(&input, "queries", atMost: 1000, words: 20)
    guard documents.count * queries.count <= 2_000_000 else {
        input.fail("there must be at most 2000000 pairs of a query and a document")
    }
    let k = input.int("k", in: 1...100_000)
    guard min(k, documents.count) * queries.count <= 200_000 else {
        input.fail("there must be at most 200000 documents to return")
    }
    let collection = Collection(documents)
    for query in queries where !collection.isClear(query, k) {
        input.fail("two documents have similarities that are too near to each other and not exactly tied")
    }
}
