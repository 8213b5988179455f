import ChallengeKit
import Glibc

// The procedure is deterministic and sums of log-probabilities are exact (they are multiples of 1/1024), so that there is one right list of
// sequences. Scores are compared up to 1e-9 relatively: the power and the division round, and `Float` is off by 1e-8 and more.
//
// A wrong output is looked at more closely: are these sequences at all, is each score that of its own sequence, and which of the common mistakes,
// replayed, gives the sequences that were found?
let tolerance = 1e-9

/// What a search does otherwise than asked for.
struct Rules {
    enum Ending { case leaves, isContinued, staysInBeam, takesNoPlace, shrinksBeam }
    enum Ties { case rankThenToken, tokenThenRank, largerToken, laterRank }
    enum Live { case counts, isDropped, fillsUp }
    enum Stop { case never, atFirst, atWidth }
    enum Ranking { case score, sum, none }

    var ending = Ending.leaves
    var ties = Ties.rankThenToken
    var live = Live.counts
    var stop = Stop.never
    var ranking = Ranking.score
    /// Among equal scores, those that end later come first.
    var laterFirst = false
    /// The width of the beam, and of the list that is returned.
    var width: Int
    var kept: Int
    /// Of each hypothesis only so many continuations are looked at.
    var continuations = Int.max
    var steps: Int
    /// What is added to the length before it is raised to a power.
    var offset = 0.0
    var exponent: Double
    var isTransposed = false
    var ignoresStart = false
    var startsWithBestToken = false
    var mergesEqualTokens = false
    var normalisesSteps = false
    var multipliesProbabilities = false
    var onlyEndsOfLastStep = false
}

struct Problem {
    let start: [Double]
    let transitions: [[Double]]
    let end: Int
    let steps: Int
    let width: Int
    let exponent: Double

    init(_ input: inout Reader) {
        let start = input.doubleList("start")
        self.start = start
        transitions = start.map { _ in input.doubles(count: start.count, "a transition") }
        end = input.int("end")
        steps = input.int("steps")
        width = input.int("width")
        exponent = input.double("lengthExponent")
        input.end()
    }

    var n: Int { start.count }
    var rules: Rules { Rules(width: width, kept: width, steps: steps, exponent: exponent) }

    func sum(_ tokens: [Int]) -> Double {
        zip(tokens, tokens.dropFirst()).reduce(start[tokens[0]]) { $0 + transitions[$1.0][$1.1] }
    }

    /// The best hypotheses of the search that `rules` describe.
    func search(_ rules: Rules) -> [[Int]] {
        var nodes: [(token: Int, parent: Int)] = []
        var beam: [(node: Int, sum: Double, length: Int)] = []
        var ended: [(node: Int, sum: Double, length: Int)] = []
        var room = rules.width
        for step in stride(from: 1, through: rules.steps, by: 1) {
            var best = Best(width: rules.ending == .takesNoPlace ? .max / 4 : max(0, room), ties: rules.ties)
            if step == 1 {
                for token in 0..<n { best.add(rules.ignoresStart ? 0 : start[token], rank: -1, token: token) }
                if rules.multipliesProbabilities { best.exponentiate() }
                if rules.startsWithBestToken {
                    best.cut()
                    best.all.removeLast(max(0, best.all.count - 1))
                }
            }
            for (rank, hypothesis) in beam.enumerated() {
                let last = nodes[hypothesis.node].token
                if rules.ending == .staysInBeam, last == end {
                    best.add(hypothesis.sum, rank: rank, token: -1)
                    continue
                }
                var row = rules.isTransposed ? transitions.map { $0[last] } : transitions[last]
                if rules.multipliesProbabilities { row = row.map { exp($0) } }
                var tokens = Array(0..<n)
                if rules.continuations < n {
                    tokens = Array(tokens.sorted { (-row[$0], $0) < (-row[$1], $1) }.prefix(rules.continuations))
                }
                let divisor = rules.normalisesSteps ? pow(Double(step), exponent) : 1
                for token in tokens {
                    let sum =
                        rules.multipliesProbabilities
                        ? hypothesis.sum * row[token] : (hypothesis.sum + row[token]) / divisor
                    best.add(sum, rank: rank, token: token)
                }
            }
            best.cut()
            var next: [(node: Int, sum: Double, length: Int)] = []
            var seen: Set<Int> = []
            for candidate in best.all {
                if rules.ending == .takesNoPlace, next.count == room { break }
                if candidate.token < 0 {
                    next.append(beam[candidate.rank])
                    continue
                }
                if rules.mergesEqualTokens, candidate.token != end, !seen.insert(candidate.token).inserted { continue }
                let entry = (nodes.count, candidate.sum, step)
                nodes.append((candidate.token, candidate.rank < 0 ? -1 : beam[candidate.rank].node))
                if candidate.token == end, rules.ending != .isContinued, rules.ending != .staysInBeam {
                    ended.append(entry)
                    if rules.ending == .shrinksBeam { room -= 1 }
                } else {
                    next.append(entry)
                }
            }
            beam = next
            if beam.isEmpty { break }
            if rules.stop == .atFirst, !ended.isEmpty { break }
            if rules.stop == .atWidth, ended.count >= rules.width { break }
        }
        if rules.onlyEndsOfLastStep { ended = ended.filter { $0.length == rules.steps } }
        // A search that was stopped early has dropped what was alive.
        let isStopped = rules.stop == .atFirst && !ended.isEmpty || rules.stop == .atWidth && ended.count >= rules.width
        let live = rules.live == .isDropped || isStopped ? [] : beam
        let all = ended + live
        let scores = all.map { hypothesis -> Double in
            let power = pow(Double(hypothesis.length) + rules.offset, rules.exponent)
            switch rules.ranking {
            case .score:
                if rules.normalisesSteps { return hypothesis.sum }
                if rules.multipliesProbabilities { return log(hypothesis.sum) / power }
                return hypothesis.sum / power
            case .sum: return hypothesis.sum
            case .none: return 0
            }
        }
        let order = all.indices.sorted { one, other in
            if rules.live == .fillsUp, (one < ended.count) != (other < ended.count) { return one < ended.count }
            if scores[one] != scores[other] { return scores[one] > scores[other] }
            return rules.laterFirst ? one > other : one < other
        }
        return order.prefix(rules.kept).map { place in
            var tokens: [Int] = []
            var node = all[place].node
            while node >= 0 {
                tokens.append(nodes[node].token)
                node = nodes[node].parent
            }
            return tokens.reversed()
        }
    }
}

/// The best candidates of a step.
struct Best {
    let width: Int
    let ties: Rules.Ties
    var all: [(sum: Double, rank: Int, token: Int)] = []
    private var bar = -Double.infinity

    init(width: Int, ties: Rules.Ties) {
        self.width = width
        self.ties = ties
    }

    mutating func add(_ sum: Double, rank: Int, token: Int) {
        // Equal sums must be looked at: the order of ties may be another than that in which they come.
        guard width > 0, sum >= bar || bar == -.infinity else { return }
        all.append((sum, rank, token))
        if all.count >= 4 * width { cut() }
    }

    mutating func exponentiate() {
        for place in all.indices { all[place].sum = exp(all[place].sum) }
        bar = -.infinity
    }

    mutating func cut() {
        let ties = ties
        all.sort { one, other in
            if one.sum != other.sum { return one.sum > other.sum }
            switch ties {
            case .rankThenToken: return (one.rank, one.token) < (other.rank, other.token)
            case .tokenThenRank: return (one.token, one.rank) < (other.token, other.rank)
            case .largerToken: return (one.rank, -one.token) < (other.rank, -other.token)
            case .laterRank: return (-one.rank, one.token) < (-other.rank, other.token)
            }
        }
        if width > 0, all.count >= width {
            all.removeLast(all.count - width)
            bar = all[width - 1].sum
        }
    }
}

/// Whether two scores are equal but for rounding.
func agree(_ found: Double, _ wanted: Double) -> Bool {
    abs(found - wanted) <= tolerance * max(abs(wanted), 1e-300) || found == wanted
}

/// Why a score is not that of its sequence.
func wrongScore(_ problem: Problem, _ hypotheses: [(tokens: [Int], score: Double)]) -> String {
    func fits(_ score: (Double, Double, [Int]) -> Double) -> Bool {
        hypotheses.allSatisfy { agree($0.score, score(problem.sum($0.tokens), Double($0.tokens.count), $0.tokens)) }
    }
    let a = problem.exponent
    let rule = "the sum of a sequence of L tokens, end included, is divided by L to the power of lengthExponent"
    if fits({ sum, _, _ in sum }) { return "It looks as if scores are not normalised: \(rule)." }
    if fits({ sum, length, _ in sum / pow(length - 1, a) })
        || fits({ sum, length, tokens in
            sum / pow(tokens.last == problem.end ? length - 1 : length, a)
        })
    {
        return "It looks as if the end token does not count in the length: \(rule)."
    }
    if fits({ sum, length, _ in sum / pow(length + 1, a) }) {
        return "It looks as if the length is one too large: \(rule)."
    }
    if fits({ sum, length, _ in sum / pow((5 + length) / 6, a) }) {
        return "It looks as if ((5 + L) / 6) is raised to a power, and not L: \(rule)."
    }
    if fits({ sum, length, _ in sum / length }) {
        return "It looks as if lengthExponent is not used: \(rule)."
    }
    if fits({ sum, length, _ in sum * pow(length, a) }) || fits({ sum, length, _ in sum / (length * a) }) {
        return "It looks as if another thing is done with the length: \(rule)."
    }
    if fits({ sum, length, _ in exp(sum / pow(length, a)) }) || fits({ sum, _, _ in exp(sum) })
        || fits({ sum, length, _ in exp(sum) / pow(length, a) })
    {
        return "It looks as if a score is a probability, and not its logarithm: \(rule)."
    }
    if fits({ _, _, tokens in
        var score = problem.start[tokens[0]]
        for step in 1..<max(1, tokens.count) {
            score = (score + problem.transitions[tokens[step - 1]][tokens[step]]) / pow(Double(step + 1), a)
        }
        return score
    }) {
        return
            "It looks as if sums are normalised in every step: plain sums are carried on, and divided once at the end."
    }
    if fits({ _, length, tokens in
        var sum = problem.start[tokens[0]]
        for (one, other) in zip(tokens, tokens.dropFirst()) { sum += problem.transitions[other][one] }
        return sum / pow(length, a)
    }) {
        return "It looks as if the table is read by columns: transitions[a][b] is for b after a."
    }
    if fits({ sum, length, tokens in (sum - problem.start[tokens[0]]) / pow(length, a) }) {
        return "It looks as if start is not used: the first token has a log-probability as well."
    }
    if hypotheses.allSatisfy({ hypothesis in
        let wanted = problem.sum(hypothesis.tokens) / pow(Double(hypothesis.tokens.count), a)
        return abs(hypothesis.score - wanted) <= 1e-4 * max(1, abs(wanted))
    }) {
        return "It looks as if digits are lost: add log-probabilities, in Double."
    }
    return "A score is not that of its own sequence: \(rule)."
}

/// Why these are not the right sequences, although each has its own score.
func wrongSequences(_ problem: Problem, _ found: [[Int]], _ expected: [[Int]]) -> String {
    // Replays cost as much as the search itself, and there are many.
    guard problem.steps * problem.width * problem.n <= 2_000_000 else { return general(problem, found, expected) }
    func fits(_ change: (inout Rules) -> Void) -> Bool {
        var rules = problem.rules
        change(&rules)
        return problem.search(rules) == found
    }
    if fits({ $0.ranking = .sum }) {
        return "It looks as if hypotheses are ranked by their sums: in the end their scores, normalised, are compared."
    }
    if fits({ $0.ranking = .none }) {
        return "It looks as if hypotheses are returned in the order in which they end: the best score comes first."
    }
    if fits({ $0.laterFirst = true }) {
        return "It looks as if equal scores are in another order: the hypothesis that ended first comes first."
    }
    if fits({ $0.kept = 1 }) {
        return "It looks as if only the best hypothesis is returned: the best `width` of all that ended are asked for."
    }
    if fits({ $0.kept = .max }) {
        return "It looks as if all hypotheses that ended are returned: at most `width` are asked for."
    }
    if fits({
        $0.width = 1
        $0.kept = problem.width
    }) {
        return "It looks as if the search is greedy: each step keeps the best `width` candidates."
    }
    let ties = "of equal sums, the smaller rank of the hypothesis that is continued comes first, then the smaller token"
    if fits({ $0.ties = .tokenThenRank }) {
        return "It looks as if equal sums are ranked by token first: \(ties)."
    }
    if fits({ $0.ties = .largerToken }) || fits({ $0.ties = .laterRank }) {
        return "It looks as if equal sums are in another order: \(ties)."
    }
    return finishing(fits) ?? beginning(problem, fits) ?? general(problem, found, expected)
}

/// Mistakes with hypotheses that end.
func finishing(_ fits: ((inout Rules) -> Void) -> Bool) -> String? {
    if fits({ $0.live = .isDropped }) {
        return "It looks as if hypotheses that are alive after the last step are dropped: they count as ended."
    }
    if fits({ $0.live = .fillsUp }) {
        return "It looks as if hypotheses with an end token come before those without one: scores alone decide."
    }
    if fits({ $0.ending = .staysInBeam }) {
        return
            "It looks as if ended hypotheses keep their place in the beam: they leave it in the step in which they end."
    }
    if fits({ $0.ending = .takesNoPlace }) {
        return
            "It looks as if ended hypotheses take no place: those that end are among the best `width` candidates of their step."
    }
    if fits({ $0.ending = .shrinksBeam }) {
        return
            "It looks as if the beam gets narrower with each hypothesis that ends: every step keeps `width` candidates."
    }
    if fits({ $0.stop = .atFirst })
        || fits({
            $0.stop = .atFirst
            $0.live = .isDropped
        })
    {
        return
            "It looks as if the search stops when the first hypothesis ends: it goes on until no hypothesis is alive."
    }
    if fits({ $0.stop = .atWidth }) {
        return "It looks as if the search stops when enough hypotheses have ended: later ones may have better scores."
    }
    if fits({ $0.onlyEndsOfLastStep = true }) {
        return "It looks as if hypotheses that ended before the last step are lost: all that ended compete."
    }
    return nil
}

/// Mistakes with what is continued.
func beginning(_ problem: Problem, _ fits: ((inout Rules) -> Void) -> Bool) -> String? {
    if fits({ $0.continuations = 1 }) {
        return
            "It looks as if each hypothesis is continued by its best token only: the best `width` of all continuations are kept."
    }
    if fits({ $0.mergesEqualTokens = true }) {
        return "It looks as if hypotheses with the same last token are merged: they stay apart."
    }
    if fits({ $0.startsWithBestToken = true }) {
        return "It looks as if the search begins with the best first token only: the first step keeps `width` as well."
    }
    for factor in [2, 3, 4, 8]
    where fits({
        $0.width = factor * problem.width
        $0.kept = problem.width
    }) {
        return "It looks as if more than `width` candidates are kept in a step."
    }
    if fits({ $0.multipliesProbabilities = true }) {
        return "It looks as if probabilities are multiplied, which underflow: add log-probabilities."
    }
    if problem.steps > 1, fits({ $0.steps = problem.steps - 1 }) {
        return "It looks as if there is one step too few: the first token is step 1."
    }
    if fits({ $0.normalisesSteps = true }) {
        return
            "It looks as if sums are normalised in every step: plain sums are carried on, and divided once at the end."
    }
    if fits({ $0.offset = -1 }) || fits({ $0.offset = 1 }) {
        return "It looks as if hypotheses are ranked by another length than their own."
    }
    if fits({ $0.isTransposed = true }) {
        return "It looks as if the table is read by columns: transitions[a][b] is for b after a."
    }
    if fits({ $0.ignoresStart = true }) {
        return "It looks as if start is not used: the first token has a log-probability as well."
    }
    return nil
}

func general(_ problem: Problem, _ found: [[Int]], _ expected: [[Int]]) -> String {
    if found.count != expected.count {
        return "There must be as many hypotheses as have ended, at most `width`."
    }
    let scores = found.map { problem.sum($0) / pow(Double($0.count), problem.exponent) }
    if zip(scores, scores.dropFirst()).contains(where: { $0 < $1 }) {
        return "Hypotheses are not in the order of their scores."
    }
    if Set(found).count < found.count { return "A hypothesis is returned twice." }
    return "A hypothesis is not one of those that the search ends with, or not in its place."
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let expected = problem.search(problem.rules)
let scores = expected.map { problem.sum($0) / pow(Double($0.count), problem.exponent) }

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    let count = validator.answer.int("the number of hypotheses")
    if count != expected.count { validator.answer.fail("there must be \(expected.count) hypotheses") }
    for place in 0..<count {
        if validator.answer.intList("tokens") != expected[place] { validator.answer.fail("these tokens are not right") }
        if !agree(validator.answer.double("a score"), scores[place]) {
            validator.answer.fail("this score is not right")
        }
    }
    validator.answer.end()
}

let count = validator.output.int("the number of hypotheses", in: 0...Int(Int32.max))
var found: [(tokens: [Int], score: Double)] = []
for _ in 0..<count {
    let tokens = validator.output.intList("the tokens of a hypothesis")
    var probe = validator.output
    if ["nan", "-nan", "inf", "-inf"].contains(probe.word("a score")) {
        validator.reject(
            "A score is not finite: it looks as if probabilities are multiplied, which underflow, or a length of 0 divides."
        )
    }
    let score = validator.output.double("a score")
    validator.require(!tokens.isEmpty, "A hypothesis has no tokens.")
    validator.require(tokens.allSatisfy { $0 >= 0 && $0 < problem.n }, "There is no such token.")
    found.append((tokens, score))
}
let sequences = found.map(\.tokens)

if sequences != expected {
    validator.require(
        !sequences.contains { $0.dropLast().contains(problem.end) },
        "It looks as if ended hypotheses are continued: nothing follows the end token.")
    validator.require(
        !sequences.contains { $0.count > problem.steps },
        "It looks as if there is one step too many: no sequence is longer than `steps`.")
    if sequences.contains(where: { $0.count < problem.steps && $0.last != problem.end }) {
        let isCut =
            sequences.count == expected.count
            && zip(sequences, expected).allSatisfy { $0 == $1 || $0 + [problem.end] == $1 }
        validator.require(!isCut, "It looks as if the end token is left out: it is the last token of its sequence.")
        var rules = problem.rules
        rules.steps -= 1
        validator.require(
            problem.search(rules) != sequences, "It looks as if there is one step too few: the first token is step 1.")
        validator.reject("A hypothesis is shorter than `steps` and does not end with the end token.")
    }
}
if !found.allSatisfy({ agree($0.score, problem.sum($0.tokens) / pow(Double($0.tokens.count), problem.exponent)) }) {
    validator.reject(wrongScore(problem, found))
}
if sequences != expected {
    validator.reject(wrongSequences(problem, sequences, expected))
}
validator.accept()
