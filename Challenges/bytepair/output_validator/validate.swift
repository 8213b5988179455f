import ChallengeKit

// The right answer is unique and made of integers, so it is compared exactly.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.

/// A pair of ids.
struct Pair: Hashable {
    let first: Int
    let second: Int
}

/// Merges, and the words after them.
struct Encoding: Equatable {
    var merges: [Pair]
    var words: [[Int]]
}

/// The rules of the task, with mistakes in them.
struct Rules {
    /// Which pairs of equal ids count in a run.
    enum Runs {
        case everySecond, all, first, skipsNext
    }
    /// Which of equally frequent pairs is merged.
    enum Tie {
        case smallest, largest, secondFirst, secondReversed, firstFound
    }
    /// What counts how often.
    enum Weight {
        case occurrences, distinctWords, wordsWithPair
    }
    /// What is merged.
    enum Direction {
        case left, right, firstInWord, first, losesLast
    }

    var runs = Runs.everySecond
    var tie = Tie.smallest
    var weight = Weight.occurrences
    var direction = Direction.left
    var fewest = 2
    var crossesWords = false
    var mergesNewIDs = true
    var ignoresOrder = false
    var countsOnce = false
    var firstID: Int?
    var step = 1
}

/// What the solution was given.
struct Problem {
    let words: [[Int]]
    let vocabulary: Int
    let limit: Int

    init(_ input: inout Reader) {
        let count = input.int("the number of words", in: 0...1_000_000)
        words = (0..<count).map { _ in input.intList("a word") }
        vocabulary = input.int("vocabulary")
        limit = input.int("merges")
    }

    /// How many ids there are in all.
    var size: Int { words.reduce(0) { $0 + $1.count } }

    /// Whether replaying mistakes stays within a second.
    var isSmall: Bool { size * min(limit, size) <= 200_000 }

    /// What comes out by `rules`. A mistake may merge for ever, so there is an end to it where all ids would be merged.
    func encode(_ rules: Rules) -> Encoding {
        var words = words
        var merges: [Pair] = []
        let most = min(limit, size)
        let ranking = rules.countsOnce ? ranked(words, rules) : []
        while merges.count < most {
            let next = rules.countsOnce ? ranking.dropFirst(merges.count).first : ranked(words, rules).first
            guard let pair = next else { break }
            let id = (rules.firstID ?? vocabulary) + merges.count * rules.step
            var isDone = false
            words = words.map { word in
                if isDone { return word }
                let merged = merge(word, pair, id, rules)
                if rules.direction == .first, merged != word { isDone = true }
                return merged
            }
            merges.append(pair)
        }
        return Encoding(merges: merges, words: words)
    }

    /// The pairs that are frequent enough, in the order in which they would be merged.
    private func ranked(_ words: [[Int]], _ rules: Rules) -> [Pair] {
        var counts: [Pair: Int] = [:]
        var found: [Pair: Int] = [:]
        var counted: [[Int]] = rules.weight == .distinctWords ? Array(Set(words)) : words
        if rules.crossesWords { counted = [Array(words.joined())] }
        for word in counted {
            var seen: Set<Pair> = []
            var last: (pair: Pair, counts: Bool)?
            for (first, second) in zip(word, word.dropFirst()) {
                let turned = rules.ignoresOrder && first > second
                let pair = turned ? Pair(first: second, second: first) : Pair(first: first, second: second)
                var isCounted = true
                switch rules.runs {
                case .everySecond: isCounted = !(first == second && last?.pair == pair && last?.counts == true)
                case .all: break
                case .first: isCounted = !(first == second && last?.pair == pair)
                case .skipsNext: isCounted = !(last.map { $0.counts && $0.pair.first == $0.pair.second } ?? false)
                }
                last = (pair, isCounted)
                if rules.weight == .wordsWithPair, !seen.insert(pair).inserted { isCounted = false }
                if !rules.mergesNewIDs, max(first, second) >= vocabulary { continue }
                if found[pair] == nil { found[pair] = found.count }
                if isCounted { counts[pair, default: 0] += 1 }
            }
        }
        func key(_ pair: Pair) -> (Int, Int) {
            switch rules.tie {
            case .smallest: (pair.first, pair.second)
            case .largest: (-pair.first, -pair.second)
            case .secondFirst: (pair.second, pair.first)
            case .secondReversed: (pair.first, -pair.second)
            case .firstFound: (found[pair] ?? 0, 0)
            }
        }
        let frequent = counts.filter { $0.value >= rules.fewest }
        return frequent.sorted { $0.value != $1.value ? $0.value > $1.value : key($0.key) < key($1.key) }.map { $0.key }
    }

    private func merge(_ word: [Int], _ pair: Pair, _ id: Int, _ rules: Rules) -> [Int] {
        func isPair(_ place: Int) -> Bool {
            if word[place] == pair.first, word[place + 1] == pair.second { return true }
            return rules.ignoresOrder && word[place] == pair.second && word[place + 1] == pair.first
        }
        var merged: [Int] = []
        if rules.direction == .right {
            var place = word.count - 1
            while place >= 0 {
                let fits = place > 0 && isPair(place - 1)
                merged.append(fits ? id : word[place])
                place -= fits ? 2 : 1
            }
            return merged.reversed()
        }
        let isOnce = rules.direction == .first || rules.direction == .firstInWord
        var isDone = false
        var place = 0
        while place < word.count {
            let fits = !isDone && place + 1 < word.count && isPair(place)
            if fits {
                merged.append(id)
                isDone = isOnce
            } else if rules.direction != .losesLast || place + 1 < word.count {
                merged.append(word[place])
            }
            place += fits ? 2 : 1
        }
        return merged
    }

    /// The ids of `words`, spelled out in those that were given; nothing where an id is of no merge.
    func spelled(_ encoding: Encoding) -> [[Int]]? {
        var known: [[Int]] = []
        func spell(_ id: Int) -> [Int]? {
            if id >= 0, id < vocabulary { return [id] }
            return id >= 0 && id - vocabulary < known.count ? known[id - vocabulary] : nil
        }
        for pair in encoding.merges {
            guard let left = spell(pair.first), let right = spell(pair.second) else { return nil }
            // What is longer than all words cannot be in one of them.
            guard left.count + right.count <= size else { return nil }
            known.append(left + right)
        }
        var result: [[Int]] = []
        for word in encoding.words {
            var spelled: [Int] = []
            for id in word {
                guard let ids = spell(id), spelled.count + ids.count <= size else { return nil }
                spelled += ids
            }
            result.append(spelled)
        }
        return result
    }
}

/// The first common mistake that gives exactly what was found, as a sentence.
func mistake(_ problem: Problem, found: Encoding) -> String? {
    func fits(_ change: (inout Rules) -> Void) -> Bool {
        var rules = Rules()
        change(&rules)
        return problem.encode(rules) == found
    }
    if fits({ $0.runs = .all }) {
        return "It looks as if overlapping pairs of equal ids all count: in a run of one id, every second pair does."
    }
    if fits({ $0.runs = .first }) {
        return "It looks as if only the first pair of a run of one id counts: every second pair does."
    }
    if fits({ $0.runs = .skipsNext }) {
        return "It looks as if the pair behind two equal ids is never counted: only a pair of the same id overlaps."
    }
    if fits({ $0.tie = .largest }) {
        return "It looks as if larger ids win ties: the smaller first id does, then the smaller second id."
    }
    if fits({ $0.tie = .secondFirst }) {
        return
            "It looks as if the second id decides ties: the first id does, and the second only where the first are equal."
    }
    if fits({ $0.tie = .secondReversed }) {
        return "It looks as if ties with equal first ids go to the larger second id: the smaller one wins."
    }
    if fits({ $0.tie = .firstFound }) {
        return "It looks as if the pair that comes first in the words wins ties: the ids decide."
    }
    if fits({ $0.direction = .right }) {
        return "It looks as if words are merged from right to left: the left pair of a run is merged first."
    }
    if fits({ $0.direction = .firstInWord }) || fits({ $0.direction = .first }) {
        return "It looks as if only the first occurrence is merged: a merge replaces all of them."
    }
    if fits({ $0.direction = .losesLast }) {
        return "It looks as if the last id of a word is lost where it is not merged."
    }
    if fits({ $0.step = 0 }) { return "It looks as if all merges get the same id: each gets an id of its own." }
    let largest = problem.words.joined().max() ?? -1
    if fits({ $0.firstID = largest + 1 }) {
        return "It looks as if new ids follow the largest id that occurs: the first one is vocabulary."
    }
    if fits({ $0.firstID = problem.vocabulary + 1 }) {
        return "It looks as if new ids are one too high: the first one is vocabulary."
    }
    if fits({ $0.fewest = 1 }) { return "It looks as if pairs that occur once are merged: twice is the least." }
    if fits({ $0.fewest = 3 }) { return "It looks as if a pair must occur three times: twice is enough." }
    if fits({ $0.crossesWords = true }) {
        return "It looks as if pairs across words count: both ids of a pair are in the same word."
    }
    if fits({ $0.countsOnce = true }) {
        return "It looks as if pairs are counted only before the first merge: each merge changes the counts."
    }
    if fits({ $0.mergesNewIDs = false }) {
        return "It looks as if pairs with a merged id are left out: they count like any others."
    }
    if fits({ $0.weight = .distinctWords }) {
        return "It looks as if equal words count once: each of them counts."
    }
    if fits({ $0.weight = .wordsWithPair }) {
        return "It looks as if the words that have a pair are counted: all its occurrences count."
    }
    if fits({ $0.ignoresOrder = true }) {
        return "It looks as if the order within a pair is ignored: (a, b) and (b, a) are two pairs."
    }
    return nil
}

/// Why `found` is wrong, in one sentence that does not give the data away.
func explain(_ problem: Problem, expected: Encoding, found: Encoding) -> String {
    if found.merges.count > problem.limit { return "There are more merges than were asked for." }
    if found.words.count < expected.words.count { return "There are too few words: each stays, however short it is." }
    if found.words.count > expected.words.count { return "There are too many words: each stays one." }
    if found.merges == expected.merges, found.words == problem.words {
        return "The merges are right, but the words are returned as they were given: they must be encoded."
    }
    if problem.isSmall, let sentence = mistake(problem, found: found) { return sentence }
    if found.merges == expected.merges {
        return problem.spelled(found) == problem.words
            ? "The merges are right, but the words are not encoded with all of them, in their order and from left to right."
            : "The merges are right, but spelled out in the given ids the words are no longer those that were given."
    }
    let agreeing = zip(found.merges, expected.merges).prefix { $0 == $1 }.count
    if agreeing == found.merges.count {
        return "There are too few merges: a pair still occurs twice, and more merges were asked for."
    }
    if agreeing == expected.merges.count { return "There are too many merges: no pair occurs twice any more." }
    return "A merge is not of the pair that is most frequent at its turn, or not of the right one among equals."
}

/// Merges and words, each behind their count; those of an output may have any size.
func readEncoding(_ reader: inout Reader) -> Encoding {
    let merges = reader.int("the number of merges", in: 0...1_000_000)
    let pairs = (0..<merges).map { _ in
        let first = reader.int("the first id of a merge")
        return Pair(first: first, second: reader.int("the second id of a merge"))
    }
    let count = reader.int("the number of words", in: 0...1_000_000)
    return Encoding(merges: pairs, words: (0..<count).map { _ in reader.intList("a word") })
}

var validator = OutputValidator()
let expected = readEncoding(&validator.answer)
let found = readEncoding(&validator.output)
let agreeing = zip(found.merges, expected.merges).prefix { $0 == $1 }.count
validator.metric("merges_right", expected.merges.isEmpty ? 1 : Double(agreeing) / Double(expected.merges.count))
if found != expected {
    let problem = Problem(&validator.input)
    validator.reject(
        explain(problem, expected: expected, found: found),
        detail: "\(agreeing) merges of \(expected.merges.count) agree")
}
validator.accept()
