import ChallengeKit
import Glibc

/// One input, before it is written. Words are numbers; `spell` gives them letters.
struct Dataset {
    var documents: [[Int]] = []
    var queries: [[Int]] = []
}

/// The sizes that the command line asks for.
struct Sizes {
    let documents: Int
    let length: Int
    let queries: Int
    let k: Int
    let vocabulary: Int

    /// Words of this number and above are in no document.
    var firstUnknown: Int { vocabulary + vocabulary % 2 }
}

/// The similarities of documents to a query, to keep margins.
struct Ranker {
    private let counts: [[Int: Int]]
    private var postings: [Int: [(document: Int, count: Int)]] = [:]
    private var norms: [Double] = []

    init(_ documents: [[Int]]) {
        counts = documents.map { $0.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
        for (index, words) in counts.enumerated() {
            for (word, count) in words { postings[word, default: []].append((index, count)) }
        }
        norms = counts.map { words in
            let squares = words.sorted { $0.key < $1.key }.map { pow(Double($0.value) * idf($0.key), 2) }
            return squares.reduce(0, +).squareRoot()
        }
    }

    private func idf(_ word: Int) -> Double {
        log(Double(1 + counts.count) / Double(1 + (postings[word]?.count ?? 0))) + 1
    }

    private func similarities(_ query: [Int: Int]) -> [Double] {
        var products = [Double](repeating: 0, count: counts.count)
        var squares = 0.0
        for (word, count) in query.sorted(by: { $0.key < $1.key }) {
            guard let list = postings[word] else { continue }
            let weight = Double(count) * idf(word)
            squares += weight * weight
            for posting in list { products[posting.document] += weight * Double(posting.count) * idf(word) }
        }
        return products.indices.map { products[$0] > 0 ? products[$0] / (squares.squareRoot() * norms[$0]) : 0 }
    }

    /// Whether arithmetic cannot tell two documents apart, in whatever order it adds: at most two different words in
    /// each, and word by word the same counts and frequencies.
    private func isExactTie(_ left: Int, _ right: Int, _ query: [Int: Int]) -> Bool {
        func profile(_ document: Int) -> [[Int]] {
            counts[document].map { [$0.value, postings[$0.key]!.count, query[$0.key] ?? 0] }
                .sorted { $0.lexicographicallyPrecedes($1) }
        }
        return counts[left].count <= 2 && counts[right].count <= 2 && profile(left) == profile(right)
    }

    /// Whether each of the first `k + 1` documents is clearly apart from the next, or exactly tied with it.
    ///
    /// Apart is ten times what the statement promises, and a hundred thousand times what rounding shifts.
    func hasMargin(_ words: [Int], _ k: Int) -> Bool {
        let query = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let values = similarities(query)
        let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }.prefix(k + 1)
        return zip(order, order.dropFirst()).allSatisfy { first, next in
            values[first] - values[next] >= 1e-8 || values[first] == 0 || isExactTie(first, next, query)
        }
    }
}

/// Queries with a margin, all from the seed. Where none is found in many tries an empty one stands in, which always
/// has a margin: all similarities are 0.
func drawQueries(_ documents: [[Int]], _ sizes: Sizes, _ draw: () -> [Int]) -> [[Int]] {
    let ranker = Ranker(documents)
    return (0..<sizes.queries).map { _ in
        for _ in 0..<100 {
            let query = draw()
            if ranker.hasMargin(query, sizes.k) { return query }
        }
        return []
    }
}

/// Up to eight words: some of one document, one of them twice, some from anywhere, some that no document has.
func mixedQuery(_ documents: [[Int]], _ sizes: Sizes, _ random: inout Random, _ word: (inout Random) -> Int) -> [Int] {
    if random.int(0...11) == 0 {
        return (0..<random.int(0...2)).map { _ in sizes.firstUnknown + random.int(0...9) }
    }
    var query: [Int] = []
    if let document = documents.randomElement(using: &random), !document.isEmpty {
        for _ in 0..<3 { query.append(document.randomElement(using: &random)!) }
        query.append(query[0])
    }
    for _ in 0..<random.int(1...2) { query.append(word(&random)) }
    for _ in 0..<random.int(0...2) { query.append(sizes.firstUnknown + random.int(0...9)) }
    query.shuffle(using: &random)
    return query
}

/// Frequent words and many rare ones, documents of half to one and a half of the length, one of twelve empty.
func zipf(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    func word(_ random: inout Random) -> Int {
        Int(Double(sizes.vocabulary) * random.uniform() * random.uniform() * random.uniform())
    }
    var data = Dataset()
    for _ in 0..<sizes.documents {
        let isEmpty = random.int(0...11) == 0
        let count = isEmpty ? 0 : sizes.length / 2 + random.int(0...sizes.length)
        data.documents.append((0..<count).map { _ in word(&random) })
    }
    data.queries = drawQueries(data.documents, sizes) { mixedQuery(data.documents, sizes, &random, word) }
    return data
}

/// All words are equally frequent, all documents equally long: as many different words as there can be.
func uniform(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    func word(_ random: inout Random) -> Int { random.int(0...(sizes.vocabulary - 1)) }
    var data = Dataset()
    for _ in 0..<sizes.documents { data.documents.append((0..<sizes.length).map { _ in word(&random) }) }
    data.queries = drawQueries(data.documents, sizes) { mixedQuery(data.documents, sizes, &random, word) }
    return data
}

/// Each document is about one of a few topics, with words that all share; most are short, and some very long, which
/// win every query where lengths are not divided by.
func topics(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let shared = max(1, min(20, sizes.vocabulary / 4))
    let names = max(1, min(8, (sizes.vocabulary - shared) / 6))
    let share = max(1, (sizes.vocabulary - shared) / names)
    func word(_ topic: Int, _ random: inout Random) -> Int {
        if random.int(0...9) < 3 { return random.int(0...(shared - 1)) }
        let rank = Int(Double(share) * random.uniform() * random.uniform())
        return min(sizes.vocabulary - 1, shared + topic * share + rank)
    }
    var data = Dataset()
    for _ in 0..<sizes.documents {
        let topic = random.int(0...(names - 1))
        let count =
            random.int(0...3) == 0 ? 2 * sizes.length : max(1, sizes.length / 2 + random.int(0...(sizes.length / 3)))
        data.documents.append((0..<count).map { _ in word(topic, &random) })
    }
    data.queries = drawQueries(data.documents, sizes) {
        let topic = random.int(0...(names - 1))
        return mixedQuery(data.documents, sizes, &random) { word(topic, &$0) }
    }
    return data
}

/// Documents of one or two different words, most of them several times: ties that every arithmetic sees.
func ties(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    func word(_ random: inout Random) -> Int { random.int(0...(sizes.vocabulary - 1)) }
    var data = Dataset()
    for _ in 0..<sizes.documents {
        let first = word(&random)
        let second = word(&random)
        // One word alone always occurs once: twice would be the same direction by another arithmetic.
        let choices = first == second ? [[first], []] : [[first, second], [second, first], [first, second, first]]
        data.documents.append(choices.randomElement(using: &random)!)
    }
    data.queries = drawQueries(data.documents, sizes) {
        let known = (0..<random.int(0...3)).map { _ in word(&random) }
        return (known + (0..<random.int(0...1)).map { _ in sizes.firstUnknown + random.int(0...9) })
            .shuffled(using: &random)
    }
    return data
}

/// Letters for numbers: syllables in an order of their own for each seed. The second word of each pair is the first in
/// capitals, and a word of its own all the same.
func spell(_ count: Int, _ random: inout Random) -> [String] {
    let syllables = "bcdfgklmnprstvz".flatMap { first in "aeiou".map { "\(first)\($0)" } }
    var used: Set<String> = []
    var words: [String] = []
    while words.count < count {
        let word = (0..<random.int(2...4)).map { _ in syllables.randomElement(using: &random)! }.joined()
        guard used.insert(word).inserted else { continue }
        words.append(word)
        words.append(word.uppercased())
    }
    return words
}

let arguments = GeneratorArguments()
let sizes = Sizes(
    documents: arguments.int("documents"), length: arguments.int("length", default: 2),
    queries: arguments.int("queries"), k: arguments.int("k"), vocabulary: arguments.int("vocabulary"))
var random = Random(seed: arguments.seed)
let data: Dataset
switch arguments.family {
case "zipf": data = zipf(sizes, &random)
case "uniform": data = uniform(sizes, &random)
case "topics": data = topics(sizes, &random)
case "ties": data = ties(sizes, &random)
default: arguments.unknownFamily(known: ["zipf", "uniform", "topics", "ties"])
}

let words = spell(sizes.firstUnknown + 10, &random)
var writer = Writer()
for texts in [data.documents, data.queries] {
    writer.line(texts.count)
    for text in texts { writer.line(["\(text.count)"] + text.map { words[$0] }) }
}
writer.line(sizes.k)
writer.print()
