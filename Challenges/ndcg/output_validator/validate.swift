import ChallengeKit
import Glibc

// There is one right answer. All numbers are sums of at most 150,000 products that are not negative, so that rounding moves them by
// less than 2e-11 of themselves, whatever the order; differences of prefix sums of discounts and logarithms of binomial
// coefficients lose about 1e-9. Each number may be off by one part in 1e8 and by 1e-12.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.

func isClose(_ found: Double, _ expected: Double) -> Bool { abs(found - expected) <= 1e-8 * abs(expected) + 1e-12 }

func areClose(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { isClose($0, $1) }
}

/// How documents of equal score share the ranks of their block.
enum Ties {
    case expected, asGiven, asGivenReversed, bestFirst, worstFirst, firstRank, lastRank, meanRank
    case wholeAtCut, noneAtCut, firstOfBlockAtCut, overInside
}

/// What a solution does: the right thing, if nothing is changed.
struct Rules {
    var ties = Ties.expected
    var gain: (Int) -> Double = { exp2(Double($0)) - 1 }
    /// The weight of a rank, from 1.
    var weight: (Double) -> Double = { 1 / log2($0 + 1) }
    var isRelevant: (Int) -> Bool = { $0 > 0 }
    var isTied: (Double, Double) -> Bool = { $0 == $1 }
    var isBefore: (Double, Double) -> Bool = { $0 > $1 }
    /// The ideal ranking: cut at k, all of it, or only what the ranking has above the cut.
    var ideal = Ideal.cut
    enum Ideal { case cut, whole, retrieved, asGiven }
    var reciprocal = Reciprocal.expected
    enum Reciprocal { case expected, uncut, ofExpectedRank, withReplacement, firstOfBlock, lastOfBlock, middleOfBlock }
}

struct Query {
    let scores: [Double]
    let grades: [Int]

    var hasRelevant: Bool { grades.contains { $0 > 0 } }

    /// The documents in blocks of equal score.
    func blocks(_ rules: Rules) -> [[Int]] {
        var order = Array(scores.indices)
        if rules.ties == .asGivenReversed { order.reverse() }
        switch rules.ties {
        case .bestFirst: order.sort { grades[$0] > grades[$1] }
        case .worstFirst: order.sort { grades[$0] < grades[$1] }
        default: break
        }
        order.sort { rules.isBefore(scores[$0], scores[$1]) }
        var blocks: [[Int]] = []
        for document in order {
            if let last = blocks.last?.last, isBlock(rules), rules.isTied(scores[last], scores[document]) {
                blocks[blocks.count - 1].append(document)
            } else {
                blocks.append([document])
            }
        }
        return blocks
    }

    private func isBlock(_ rules: Rules) -> Bool {
        switch rules.ties {
        case .asGiven, .asGivenReversed, .bestFirst, .worstFirst: false
        default: true
        }
    }

    func dcg(_ rules: Rules, _ k: Int) -> Double {
        var above = 0
        var sum = 0.0
        for block in blocks(rules) where above < k {
            let size = block.count
            let inside = min(size, k - above)
            let gains = block.reduce(0) { $0 + rules.gain(grades[$1]) }
            func weights(_ places: Int) -> Double {
                (0..<places).reduce(0) { $0 + rules.weight(Double(above + $1 + 1)) }
            }
            switch rules.ties {
            case .firstRank: sum += gains * rules.weight(Double(above + 1))
            case .lastRank: sum += above + size <= k ? gains * rules.weight(Double(above + size)) : 0
            case .meanRank:
                sum += gains / Double(size) * Double(inside) * rules.weight(Double(above) + Double(size + 1) / 2)
            case .wholeAtCut: sum += gains / Double(size) * weights(size)
            case .noneAtCut: sum += inside == size ? gains / Double(size) * weights(size) : 0
            case .overInside: sum += gains / Double(inside) * weights(inside)
            case .firstOfBlockAtCut:
                sum += block.prefix(inside).reduce(0) { $0 + rules.gain(grades[$1]) } / Double(inside) * weights(inside)
            default: sum += gains / Double(size) * weights(inside)
            }
            above += size
        }
        return sum
    }

    func idealDCG(_ rules: Rules, _ k: Int) -> Double {
        var best = grades
        switch rules.ideal {
        case .cut, .whole: break
        case .retrieved: best = blocks(rules).joined().prefix(k).map { grades[$0] }
        case .asGiven: best = Array(grades.prefix(k))
        }
        best.sort(by: >)
        let count = rules.ideal == .whole ? best.count : min(k, best.count)
        return (0..<count).reduce(0) { $0 + rules.gain(best[$1]) * rules.weight(Double($1 + 1)) }
    }

    func ndcg(_ rules: Rules, _ k: Int, none: Double = 0) -> Double {
        let ideal = idealDCG(rules, k)
        return ideal > 0 ? dcg(rules, k) / ideal : none
    }

    func reciprocalRank(_ rules: Rules, _ k: Int) -> Double {
        var above = 0
        let cut = rules.reciprocal == .uncut ? Int.max : k
        for block in blocks(rules) {
            let relevant = block.count { rules.isRelevant(grades[$0]) }
            if relevant > 0 {
                let size = block.count
                func at(_ rank: Double) -> Double { rank <= Double(cut) ? 1 / rank : 0 }
                switch rules.reciprocal {
                case .firstOfBlock: return at(Double(above + 1))
                case .lastOfBlock: return at(Double(above + size - relevant + 1))
                case .middleOfBlock: return at(Double(above) + Double(size + 1) / 2)
                case .ofExpectedRank: return at(Double(above) + Double(size + 1) / Double(relevant + 1))
                case .expected, .uncut, .withReplacement: break
                }
                var none = 1.0
                var sum = 0.0
                for place in 0..<max(0, min(size - relevant + 1, cut - above)) {
                    let left = rules.reciprocal == .withReplacement ? size : size - place
                    let here = Double(relevant) / Double(left)
                    sum += none * here / Double(above + place + 1)
                    none *= 1 - here
                }
                return sum
            }
            above += block.count
        }
        return 0
    }
}

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number(_ what: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
            reject(
                "It looks as if something is divided by 0: a query without relevant documents has 0 everywhere, and where all queries are like that both means are 0.",
                detail: what)
        }
        return output.double(what)
    }

    mutating func numbers(_ what: String) -> [Double] {
        let count = output.int("the number of values of \(what)", in: 0...Int(Int32.max))
        return (0..<count).map { _ in number("a value of \(what)") }
    }
}

/// The first symptom that fits, as a sentence.
func symptom(_ mistakes: [(text: String, fits: () -> Bool)]) -> String? {
    mistakes.first { $0.fits() }.map { "It looks as if \($0.text)." }
}

func rules(_ change: (inout Rules) -> Void) -> Rules {
    var rules = Rules()
    change(&rules)
    return rules
}

var validator = OutputValidator()
var queries: [Query] = []
for _ in 0..<validator.input.int("the number of queries") {
    let scores = validator.input.doubleList("scores")
    queries.append(Query(scores: scores, grades: validator.input.intList("grades")))
}
let k = validator.input.int("k")
let right = Rules()

let dcg = validator.numbers("DCG")
let ndcg = validator.numbers("NDCG")
let reciprocalRank = validator.numbers("reciprocal rank")
let meanNDCG = validator.number("the mean NDCG")
let meanReciprocalRank = validator.number("the mean reciprocal rank")

for (name, values) in [("DCG", dcg), ("NDCG", ndcg), ("reciprocal rank", reciprocalRank)] {
    validator.require(
        values.count == queries.count,
        "There must be one \(name) for each query, those without relevant documents included.",
        detail: "\(values.count), not \(queries.count)")
}

/// Ways to take different scores for equal, or equal ones for different.
let comparisons: [(text: String, rules: Rules)] = [
    (
        "the ranking is upside down: the highest score comes first",
        rules { $0.isBefore = { $0 < $1 } }
    ),
    (
        "scores that differ count as equal: compare them as they are, in Double",
        rules {
            $0.isTied = { Float($0) == Float($1) }
            $0.isBefore = { Float($0) > Float($1) }
        }
    ),
    (
        "scores that differ count as equal: compare them as they are, in Double",
        rules { $0.isTied = { abs($0 - $1) < 1e-9 } }
    ),
    (
        "scores that differ count as equal: compare them as they are, in Double",
        rules { $0.isTied = { abs($0 - $1) < 1e-6 } }
    ),
    (
        "scores that differ count as equal: compare them as they are, in Double",
        rules {
            $0.isTied = { 1 / (1 + exp(-$0)) == 1 / (1 + exp(-$1)) }
            $0.isBefore = { 1 / (1 + exp(-$0)) > 1 / (1 + exp(-$1)) }
        }
    ),
    ("0 and -0 are different scores: they are equal", rules { $0.isTied = { $0.bitPattern == $1.bitPattern } }),
    (
        "0 and -0 are different scores: they are equal",
        rules {
            $0.isTied = { $0.bitPattern == $1.bitPattern }
            $0.isBefore = { $0 == $1 ? $0.sign == .plus && $1.sign == .minus : $0 > $1 }
        }
    ),
    (
        "0 and -0 are different scores: they are equal",
        rules {
            $0.isTied = { $0.bitPattern == $1.bitPattern }
            $0.isBefore = { $0 == $1 ? $0.sign == .minus && $1.sign == .plus : $0 > $1 }
        }
    ),
    (
        "the order of documents with equal scores matters: take the mean over all orders",
        rules { $0.ties = .asGiven }
    ),
    (
        "the order of documents with equal scores matters: take the mean over all orders",
        rules { $0.ties = .asGivenReversed }
    ),
    (
        "the best of documents with equal scores comes first: take the mean over all orders",
        rules { $0.ties = .bestFirst }
    ),
    (
        "the worst of documents with equal scores comes first: take the mean over all orders",
        rules { $0.ties = .worstFirst }
    ),
]

let expectedNDCG = queries.map { $0.ndcg(right, k) }
let expectedDCG = queries.map { $0.dcg(right, k) }
if !areClose(dcg, expectedDCG) {
    func fits(_ rules: Rules, cut: Int = k) -> Bool {
        zip(dcg, queries).allSatisfy { isClose($0, $1.dcg(rules, cut)) }
    }
    func fits(_ change: (inout Rules) -> Void) -> Bool { fits(rules(change)) }
    let text = symptom(
        [
            ("NDCG and DCG are swapped", { areClose(ndcg, expectedDCG) && areClose(dcg, expectedNDCG) }),
            ("the logarithm is the natural one: it is to base 2", { fits { $0.weight = { 1 / log($0 + 1) } } }),
            ("the logarithm is to base 10: it is to base 2", { fits { $0.weight = { 1 / log10($0 + 1) } } }),
            (
                "the discount of rank r is log2(r): it is log2(r + 1)",
                {
                    fits { $0.weight = { $0 < 2 ? 1 : 1 / log2($0) } }
                }
            ),
            (
                "the discount of rank r is log2(r + 2): ranks count from 1",
                { fits { $0.weight = { 1 / log2($0 + 2) } } }
            ),
            ("the discount is the rank itself", { fits { $0.weight = { 1 / $0 } } }),
            ("there is no discount", { fits { $0.weight = { _ in 1 } } }),
            ("the gain is the grade: it is 2^grade - 1", { fits { $0.gain = { Double($0) } } }),
            ("the gain is 2^grade: 1 is subtracted", { fits { $0.gain = { exp2(Double($0)) } } }),
            ("the gain is 0 or 1: it is 2^grade - 1", { fits { $0.gain = { $0 > 0 ? 1 : 0 } } }),
            (
                "the gain is too large for an integer: grades go up to 100",
                {
                    fits { $0.gain = { Double((1 << $0) &- 1) } }
                        || fits { $0.gain = { Double(1 << $0) - 1 } }
                        || fits { $0.gain = { Double(1 &<< $0) - 1 } }
                        || fits { $0.gain = { Double((1 &<< $0) &- 1) } }
                }
            ),
            ("nothing is cut at k", { fits(right, cut: Int.max) }),
            ("the ranking is cut after k - 1 ranks", { fits(right, cut: k - 1) }),
            ("the ranking is cut after k + 1 ranks", { fits(right, cut: k + 1) }),
        ] + comparisons.map { comparison in (comparison.text, { fits(comparison.rules) }) } + [
            ("all documents of equal score get the discount of their first rank", { fits { $0.ties = .firstRank } }),
            ("all documents of equal score get the discount of their last rank", { fits { $0.ties = .lastRank } }),
            (
                "all documents of equal score get the discount of their mean rank: take the mean of the discounts",
                { fits { $0.ties = .meanRank } }
            ),
            (
                "documents of equal score count all where the cut goes through them: only ranks up to k count",
                { fits { $0.ties = .wholeAtCut } }
            ),
            (
                "documents of equal score do not count at all where the cut goes through them: ranks up to k count",
                { fits { $0.ties = .noneAtCut } }
            ),
            (
                "the gains of documents of equal score are divided by the number of ranks before the cut: take the mean over the whole block",
                { fits { $0.ties = .overInside } }
            ),
            (
                "of documents of equal score only those given first are taken into account where the cut goes through them",
                { fits { $0.ties = .firstOfBlockAtCut } }
            ),
        ])
    validator.reject(text ?? "The DCG is not the expected one of the scores and grades given.")
}

if !areClose(ndcg, expectedNDCG) {
    func fits(_ change: (inout Rules) -> Void) -> Bool {
        let changed = rules(change)
        return zip(zip(ndcg, expectedDCG), queries).allSatisfy { found, query in
            let ideal = query.idealDCG(changed, k)
            return isClose(found.0, ideal > 0 ? found.1 / ideal : 0)
        }
    }
    func whole(_ change: (inout Rules) -> Void) -> Bool {
        let changed = rules(change)
        return zip(ndcg, queries).allSatisfy { isClose($0, $1.ndcg(changed, k)) }
    }
    let text = symptom([
        (
            "a query without relevant documents has NDCG 1: it has 0",
            { areClose(ndcg, queries.map { $0.ndcg(right, k, none: 1) }) }
        ),
        ("the ideal ranking is not cut at k", { fits { $0.ideal = .whole } }),
        (
            "the ideal ranking has only documents that the ranking has above the cut: it has the best of all documents",
            { fits { $0.ideal = .retrieved } }
        ),
        (
            "the ideal ranking has only the first k documents given: it has the best of all documents",
            { fits { $0.ideal = .asGiven } }
        ),
        ("the gain is the grade: it is 2^grade - 1", { whole { $0.gain = { Double($0) } } }),
        ("the gain is 0 or 1: it is 2^grade - 1", { whole { $0.gain = { $0 > 0 ? 1 : 0 } } }),
        (
            "the discount of rank r is log2(r): it is log2(r + 1)",
            { whole { $0.weight = { $0 < 2 ? 1 : 1 / log2($0) } } }
        ),
        ("NDCG is not divided by anything: divide DCG by the ideal one", { areClose(ndcg, expectedDCG) }),
        ("NDCG is divided by k", { areClose(ndcg, expectedDCG.map { $0 / Double(k) }) }),
    ])
    validator.reject(text ?? "DCG is right, but NDCG is not: it is DCG divided by that of the ideal ranking.")
}

let expectedReciprocal = queries.map { $0.reciprocalRank(right, k) }
if !areClose(reciprocalRank, expectedReciprocal) {
    func fits(_ change: (inout Rules) -> Void) -> Bool {
        let changed = rules(change)
        return zip(reciprocalRank, queries).allSatisfy { isClose($0, $1.reciprocalRank(changed, k)) }
    }
    let text = symptom(
        [
            (
                "the reciprocal rank is not 0 where the first relevant document is after rank k",
                { fits { $0.reciprocal = .uncut } }
            ),
            ("ranks count from 0", { zip(reciprocalRank, queries).contains { $0 > 1 && $1.hasRelevant } }),
            (
                "the reciprocal rank is 1 over the expected rank: take the expected value of 1 over the rank",
                { fits { $0.reciprocal = .ofExpectedRank } }
            ),
            (
                "the first relevant document of a block of ties is on the block's first rank: take the mean over all orders",
                { fits { $0.reciprocal = .firstOfBlock } }
            ),
            (
                "the first relevant document of a block of ties is on the last rank that it may have: take the mean over all orders",
                { fits { $0.reciprocal = .lastOfBlock } }
            ),
            (
                "the first relevant document of a block of ties is in the middle of the block: take the mean over all orders",
                { fits { $0.reciprocal = .middleOfBlock } }
            ),
            (
                "documents of a block are drawn with replacement: each of them has one place",
                { fits { $0.reciprocal = .withReplacement } }
            ),
            ("relevant means grade 2 or more: it means grade 1 or more", { fits { $0.isRelevant = { $0 > 1 } } }),
            (
                "only documents of the best grade count as relevant: grade 1 or more does",
                {
                    zip(reciprocalRank, queries).allSatisfy { found, query in
                        let top = max(1, query.grades.max() ?? 0)
                        return isClose(found, query.reciprocalRank(rules { $0.isRelevant = { $0 >= top } }, k))
                    }
                }
            ),
        ]
            + comparisons.map { comparison in
                (
                    comparison.text,
                    { zip(reciprocalRank, queries).allSatisfy { isClose($0, $1.reciprocalRank(comparison.rules, k)) } }
                )
            })
    validator.reject(text ?? "The reciprocal rank is not the expected one of the scores and grades given.")
}

/// A mean over queries.
let answered = queries.count { $0.hasRelevant }
for (name, found, values) in [
    ("NDCG", meanNDCG, expectedNDCG), ("reciprocal rank", meanReciprocalRank, expectedReciprocal),
] {
    let sum = values.reduce(0, +)
    if isClose(found, sum / Double(max(1, answered))) { continue }
    let lengths = Double(queries.reduce(0) { $0 + $1.scores.count })
    let filled = queries.count { !$0.scores.isEmpty }
    let positive = values.count { $0 > 0 }
    let text = symptom([
        (
            "queries without relevant documents count in the mean: they are left out",
            { isClose(found, sum / Double(queries.count)) || isClose(found, sum / Double(max(1, filled))) }
        ),
        (
            "queries without relevant documents count as 1 in the mean: they are left out",
            { isClose(found, (sum + Double(queries.count - answered)) / Double(max(1, queries.count))) }
        ),
        (
            "DCG and ideal DCG are summed up before they are divided: the mean is that of the queries' values",
            {
                isClose(
                    found, expectedDCG.reduce(0, +) / max(1e-9, queries.reduce(0) { $0 + $1.idealDCG(right, k) }))
            }
        ),
        (
            "longer queries weigh more in the mean: each counts once",
            {
                isClose(
                    found, zip(values, queries).reduce(0) { $0 + $1.0 * Double($1.1.scores.count) } / max(1, lengths))
            }
        ),
        ("values are summed up, not averaged", { isClose(found, sum) }),
        (
            "queries whose value is 0 are left out of the mean: only those without relevant documents are",
            { isClose(found, sum / Double(max(1, positive))) }
        ),
    ])
    validator.reject(
        text ?? "The mean \(name) is not that of the queries that have a relevant document.",
        detail: "\(found), not \(sum / Double(max(1, answered)))")
}
validator.accept()
