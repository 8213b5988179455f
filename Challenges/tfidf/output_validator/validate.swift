import ChallengeKit
import Glibc

// The right ranking is unique, so its indices are compared exactly; similarities may be off by 1e-9. That is fair to
// every right solution because of the input, which the input validator checks: among the first k + 1 documents of a
// query, neighbours in the ranking differ by 1e-9 at least, a hundred thousand times what rounding shifts; or share no
// word with the query, so that all arithmetic gives 0; or have at most two different words with the same counts and
// frequencies, so that sums have two terms and do not depend on their order.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that explains
// the similarities of the queries looked at.

let tolerance = 1e-9

/// A text as its distinct words, in order, with their counts.
typealias Counts = [(word: String, count: Int)]

func countWords(_ words: [String]) -> Counts {
    words.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        .map { (word: $0.key, count: $0.value) }.sorted { $0.word < $1.word }
}

/// One way to weigh words and to compare vectors; as it is initialised, the one that the statement asks for.
struct Weighting {
    /// What a text is divided by.
    enum Length { case euclidean, none, sum, squares }

    var text: ([String]) -> [String] = { $0 }
    /// Counts how often a word occurs instead of in how many documents.
    var countsOccurrences = false
    /// Counts the queries, all of them, as documents too.
    var countsQueries = false
    /// Leaves empty documents out of N.
    var countsEmpty = true
    /// Takes the number of different words for N.
    var countsWords = false
    var idf: (_ n: Double, _ df: Double) -> Double = { log((1 + $0) / (1 + $1)) + 1 }
    var documentFrequencyWeight: (_ count: Double, _ idf: Double) -> Double = { $0 * $1 }
    var queryWeight: (_ count: Double, _ idf: Double) -> Double = { $0 * $1 }
    var documentLength = Length.euclidean
    var queryLength = Length.euclidean
    /// Lets words that no document has count in the query's length.
    var keepsUnknownWords = false
    /// Rounds the similarity.
    var rounding: (Double) -> Double = { $0 }
}

/// The documents, weighed in one way.
struct Collection {
    private let weighting: Weighting
    private let size: Double
    private var frequencies: [String: Double] = [:]
    private var postings: [String: [(document: Int, weight: Double)]] = [:]
    private var lengths: [Double] = []

    init(_ documents: [[String]], _ queries: [[String]], _ weighting: Weighting) {
        self.weighting = weighting
        let counts = documents.map { countWords(weighting.text($0)) }
        let texts = counts + (weighting.countsQueries ? queries.map { countWords(weighting.text($0)) } : [])
        for (word, count) in texts.joined() {
            frequencies[word, default: 0] += weighting.countsOccurrences ? Double(count) : 1
        }
        let documentCount = weighting.countsEmpty ? texts.count : texts.count { !$0.isEmpty }
        size = Double(weighting.countsWords ? frequencies.count : documentCount)
        for (index, words) in counts.enumerated() {
            var weights: [Double] = []
            for (word, count) in words {
                let weight = weighting.documentFrequencyWeight(Double(count), idf(word))
                postings[word, default: []].append((index, weight))
                weights.append(weight)
            }
            lengths.append(length(weights, weighting.documentLength))
        }
    }

    private func idf(_ word: String) -> Double { weighting.idf(size, frequencies[word] ?? 0) }

    private func length(_ weights: [Double], _ kind: Weighting.Length) -> Double {
        switch kind {
        case .euclidean: weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
        case .none: 1
        case .sum: weights.reduce(0, +)
        case .squares: weights.reduce(0) { $0 + $1 * $1 }
        }
    }

    /// The similarity of each document to a query.
    func similarities(_ query: [String]) -> [Double] {
        var products = [Double](repeating: 0, count: lengths.count)
        var weights: [Double] = []
        for (word, count) in countWords(weighting.text(query)) {
            guard let list = postings[word] else {
                if weighting.keepsUnknownWords { weights.append(weighting.queryWeight(Double(count), idf(word))) }
                continue
            }
            let weight = weighting.queryWeight(Double(count), idf(word))
            weights.append(weight)
            for posting in list { products[posting.document] += weight * posting.weight }
        }
        let own = length(weights, weighting.queryLength)
        return products.indices.map {
            products[$0] == 0 ? 0 : weighting.rounding(products[$0] / (own * lengths[$0]))
        }
    }
}

/// A mistake that people make, as another weighting.
struct Mistake {
    /// What seems to happen, and what is asked for.
    let symptom: String
    let weighting: Weighting

    init(_ symptom: String, _ change: (inout Weighting) -> Void) {
        self.symptom = symptom
        var weighting = Weighting()
        change(&weighting)
        self.weighting = weighting
    }

    static var all: [Mistake] { idf + counts + lengths + words }

    private static let formula = "the idf is ln((1 + N) / (1 + df)) + 1"

    private static var idf: [Mistake] {
        [
            Mistake("df counts how often a word occurs: count each document once") { $0.countsOccurrences = true },
            Mistake("the idf is not smoothed: \(formula)") { $0.idf = { log($0 / $1) + 1 } },
            Mistake("the idf is not smoothed: \(formula)") { $0.idf = { log($0 / $1) } },
            Mistake("only one side of the ratio is smoothed: \(formula)") { $0.idf = { log($0 / (1 + $1)) + 1 } },
            Mistake("only one side of the ratio is smoothed: \(formula)") { $0.idf = { log($0 / (1 + $1)) } },
            Mistake("1 is not added to the logarithm: \(formula)") { $0.idf = { log((1 + $0) / (1 + $1)) } },
            Mistake("the ratio is upside down: \(formula)") { $0.idf = { log((1 + $1) / (1 + $0)) + 1 } },
            Mistake("the logarithm is not the natural one: \(formula)") { $0.idf = { log2((1 + $0) / (1 + $1)) + 1 } },
            Mistake("the logarithm is not the natural one: \(formula)") { $0.idf = { log10((1 + $0) / (1 + $1)) + 1 } },
            Mistake("no idf is used: a weight is tf times idf") { $0.idf = { _, _ in 1 } },
            Mistake("the queries count as documents: N and df are those of the documents alone") {
                $0.countsQueries = true
            },
            Mistake("empty documents are not counted in N: every document counts") { $0.countsEmpty = false },
            Mistake("N is the number of different words: it is the number of documents") { $0.countsWords = true },
        ]
    }

    private static var counts: [Mistake] {
        [
            Mistake("the query is weighted by counts alone: its weights are tf times idf, as those of documents") {
                $0.queryWeight = { count, _ in count }
            },
            Mistake("documents are weighted by counts alone: their weights are tf times idf, as those of queries") {
                $0.documentFrequencyWeight = { count, _ in count }
            },
            Mistake("repeated words of a query count once: tf is how often the word occurs") {
                $0.queryWeight = { _, idf in idf }
            },
            Mistake("repeated words of a document count once: tf is how often the word occurs") {
                $0.documentFrequencyWeight = { _, idf in idf }
            },
            Mistake("repeated words count once: tf is how often the word occurs") {
                $0.queryWeight = { _, idf in idf }
                $0.documentFrequencyWeight = { _, idf in idf }
            },
            Mistake("the logarithm of counts is used: tf is the count itself") {
                $0.queryWeight = { (1 + log($0)) * $1 }
                $0.documentFrequencyWeight = { (1 + log($0)) * $1 }
            },
        ]
    }

    private static var lengths: [Mistake] {
        [
            Mistake("nothing is divided by the lengths of the vectors: the similarity is the cosine") {
                $0.documentLength = .none
                $0.queryLength = .none
            },
            Mistake("the query is not divided by its length: the similarity is the cosine") { $0.queryLength = .none },
            Mistake("documents are not divided by their lengths: the similarity is the cosine") {
                $0.documentLength = .none
            },
            Mistake("vectors are divided by the sum of their weights: a length is the root of the sum of squares") {
                $0.documentLength = .sum
                $0.queryLength = .sum
            },
            Mistake("vectors are divided by the sum of squares: a length is the root of it") {
                $0.documentLength = .squares
                $0.queryLength = .squares
            },
        ]
    }

    private static var words: [Mistake] {
        [
            Mistake("words that no document has count in the length of the query: leave them out") {
                $0.keepsUnknownWords = true
            },
            Mistake("capital and small letters are taken for the same: words are compared as they are") {
                $0.text = { $0.map { $0.lowercased() } }
            },
            Mistake("similarities are rounded: return them as they are") {
                $0.rounding = { ($0 * 1e4).rounded() / 1e4 }
            },
            Mistake("similarities are rounded: return them as they are") {
                $0.rounding = { ($0 * 1e6).rounded() / 1e6 }
            },
        ]
    }
}

/// One query's ranking, as the solution returned it.
struct Ranking {
    let documents: [Int]
    let similarities: [Double]

    func fits(_ values: [Double], within tolerance: Double = tolerance) -> Bool {
        zip(documents, similarities).allSatisfy { abs($1 - values[$0]) <= tolerance }
    }
}

func readTexts(_ input: inout Reader) -> [[String]] {
    let count = input.int()
    return (0..<count).map { _ in
        let length = input.int()
        return (0..<length).map { _ in input.word() }
    }
}

/// The message for rankings whose similarities are wrong: the first mistake that explains all that is looked at.
func explain(_ documents: [[String]], _ queries: [[String]], _ rankings: [Ranking], firstWrong: Int) -> String {
    // What is looked at shrinks with the size, so that explaining stays within a second.
    let words = documents.reduce(0) { $0 + $1.count }
    guard words <= 30_000 else { return "At least one similarity is not the one that the documents have." }
    let chosen = Array(queries.indices.prefix(10)) + queries.indices[firstWrong...].prefix(30)
    for mistake in Mistake.all {
        let collection = Collection(documents, queries, mistake.weighting)
        if chosen.allSatisfy({ rankings[$0].fits(collection.similarities(queries[$0])) }) {
            return "It looks as if \(mistake.symptom)."
        }
    }
    let correct = Collection(documents, queries, Weighting())
    let isNear = chosen.allSatisfy { rankings[$0].fits(correct.similarities(queries[$0]), within: 1e-5) }
    if isNear { return "It looks as if similarities lose digits in Float or by rounding: compute them in Double." }
    let largest = rankings[firstWrong].similarities.max() ?? 0
    if largest > 1 + 1e-6 { return "A similarity is above 1, which no cosine is." }
    return "At least one similarity is not the one that the documents have."
}

var validator = OutputValidator()
let documents = readTexts(&validator.input)
let queries = readTexts(&validator.input)
let size = min(validator.input.int("k"), documents.count)

let count = validator.output.int("the number of rankings")
validator.require(
    count == queries.count,
    "There must be one ranking for each query; there are too \(count < queries.count ? "few" : "many").")
var rankings: [Ranking] = []
for _ in queries {
    let found = validator.output.int("the number of documents of a ranking")
    validator.require(
        found == size,
        "A ranking has min(k, N) documents, also such as have the similarity 0; one has too "
            + "\(found < size ? "few" : "many").")
    let indices = validator.output.ints(count: found, "the index of a document")
    validator.require(
        indices.allSatisfy(documents.indices.contains), "An index must be one of the documents, counted from 0.")
    validator.require(Set(indices).count == found, "A document must not be in a ranking twice.")
    let values = (0..<found).map { _ -> Double in
        let word = validator.output.word("a similarity")
        validator.require(
            word != "nan" && word != "-nan",
            "A similarity is not a number: where a vector has no words there is nothing to divide by, and it is 0.")
        var reader = Reader(bytes: Array(word.utf8), name: "output") { message in validator.reject(message) }
        return reader.double("a similarity")
    }
    rankings.append(Ranking(documents: indices, similarities: values))
}

let collection = Collection(documents, queries, Weighting())
var worst = 0.0
var misplaced: String?
for (index, query) in queries.enumerated() {
    let values = collection.similarities(query)
    let ranking = rankings[index]
    guard ranking.fits(values) else {
        validator.reject(
            explain(documents, queries, rankings, firstWrong: index), detail: "query \(index): similarities")
    }
    for (document, value) in zip(ranking.documents, ranking.similarities) {
        worst = max(worst, abs(value - values[document]))
    }
    let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }.prefix(size)
    guard misplaced == nil, !order.elementsEqual(ranking.documents) else { continue }
    let place = zip(order, ranking.documents).enumerated().first { $0.element.0 != $0.element.1 }!
    let (wanted, found) = place.element
    if values[wanted] > values[found] + tolerance / 2 {
        let isRising = zip(ranking.similarities, ranking.similarities.dropFirst()).contains { $0.0 < $0.1 - tolerance }
        misplaced =
            isRising
            ? "A ranking is not in order: the most similar document comes first."
            : "A document is missing from a ranking that is more similar than one in it."
    } else {
        misplaced =
            "It looks as if equal similarities are in another order: of equal ones the smaller index comes first."
    }
}
validator.metric("similarity_error", worst)
if let misplaced { validator.reject(misplaced) }
validator.accept()
