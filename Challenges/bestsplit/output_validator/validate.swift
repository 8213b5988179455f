import ChallengeKit
import Glibc

// The best split is unique by the statement's rule on ties, so it is compared with the answer. That is fair to every
// right solution because of the input, which the input validator checks: each gain is either within 1e-11 of the best or
// at least 1e-7 below it, and neighbouring values are a billionth of their size apart, so that their middle may be computed
// by any formula. A gain may be off by 1e-9, which is more than running sums over 20000 points lose.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.

struct Split {
    var feature: Int
    var threshold: Double
    var gain: Double
}

struct Node {
    let points: [[Double]]
    /// The class of each point, numbered from 0.
    let classes: [Int]
    let classCount: Int
    let entropy: Bool

    init(_ input: inout Reader) {
        points = input.matrix("points")
        let labels = input.intList("labels")
        let names = Set(labels).sorted()
        let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        classes = labels.map { number[$0]! }
        classCount = names.count
        entropy = input.int("the criterion") == 1
    }

    /// The neighbouring values of a feature that `threshold` lies between; `nil` if one side is empty.
    func neighbours(_ split: Split) -> (low: Double, high: Double)? {
        var low = -Double.infinity
        var high = Double.infinity
        for point in points {
            let value = point[split.feature]
            if value <= split.threshold { low = max(low, value) } else { high = min(high, value) }
        }
        return low.isFinite && high.isFinite ? (low, high) : nil
    }

    /// Whether the two splits have the same feature, and thresholds in the middle of the same gap.
    func isSame(_ expected: Split, _ found: Split) -> Bool {
        guard expected.feature == found.feature, let gap = neighbours(expected) else { return false }
        return abs(expected.threshold - found.threshold) <= 1e-6 * (gap.high - gap.low)
    }
}

/// The rules, any of which a mistake changes.
struct Rules {
    enum Measure { case gini, entropy, nats, error }
    enum Tie { case first, last, lowestThreshold }
    enum Place { case low, middle, high }
    enum Report { case gain, children, ratio }
    enum Refusal { case never, gainless, pure }

    /// The measure for a node that asks for entropy, and for one that asks for Gini impurity.
    var measures = (entropy: Measure.entropy, gini: Measure.gini)
    var weighted = true
    var resetsCounts = true
    var tie = Tie.first
    var place = Place.middle
    var report = Report.gain
    var refusal = Refusal.never
    var separates: (Double, Double) -> Bool = { $0 != $1 }
    var features: (Int) -> Range<Int> = { 0..<$0 }

    /// How impure a part of `size` points is.
    func impurity(_ counts: [Int], _ size: Int, _ measure: Measure) -> Double {
        var sum = 0.0
        for count in counts where count > 0 {
            let share = Double(count) / Double(size)
            switch measure {
            case .gini: sum += share * share
            case .entropy: sum -= share * log2(share)
            case .nats: sum -= share * log(share)
            case .error: sum = max(sum, share)
            }
        }
        return measure == .gini || measure == .error ? 1 - sum : sum
    }

    /// The split that a solution with these rules returns.
    func solve(_ node: Node) -> Split? {
        let n = node.points.count
        let measure = node.entropy ? measures.entropy : measures.gini
        var all = [Int](repeating: 0, count: node.classCount)
        for label in node.classes { all[label] += 1 }
        if refusal == .pure, node.classCount == 1 { return nil }
        let before = impurity(all, n, measure)
        var best: (split: Split, score: Double)?
        var left = [Int](repeating: 0, count: node.classCount)
        for feature in features(node.points[0].count) {
            if resetsCounts { for label in left.indices { left[label] = 0 } }
            let column = node.points.map { $0[feature] }
            let order = column.indices.sorted { column[$0] < column[$1] }
            for position in 0..<max(0, n - 1) {
                left[node.classes[order[position]]] += 1
                let low = column[order[position]]
                let high = column[order[position + 1]]
                guard separates(low, high) else { continue }
                let right = zip(all, left).map { max(0, $0 - $1) }
                let share = Double(position + 1) / Double(n)
                let leftImpurity = impurity(left, position + 1, measure)
                let rightImpurity = impurity(right, n - position - 1, measure)
                let children =
                    weighted
                    ? share * leftImpurity + (1 - share) * rightImpurity : leftImpurity + rightImpurity
                var score = before - children
                if report == .ratio { score /= -share * log2(share) - (1 - share) * log2(1 - share) }
                let threshold: Double
                switch place {
                case .low: threshold = low
                case .middle: threshold = low + (high - low) / 2
                case .high: threshold = high
                }
                let gain = report == .children ? children : score
                let split = Split(feature: feature, threshold: threshold, gain: gain)
                if replaces(best, split, score) { best = (split, score) }
            }
        }
        if refusal == .gainless, let found = best, found.score <= 1e-9 { return nil }
        return best?.split
    }

    private func replaces(_ best: (split: Split, score: Double)?, _ split: Split, _ score: Double) -> Bool {
        guard let best else { return true }
        if abs(score - best.score) > 1e-9 { return score > best.score }
        switch tie {
        case .first: return false
        case .last: return true
        case .lowestThreshold: return split.threshold < best.split.threshold
        }
    }
}

/// What seems to happen and what the statement asks for, as clauses, and the rules that lead there.
struct Mistake {
    let symptom: String
    let rule: String
    let rules: Rules

    init(_ symptom: String, _ rule: String, _ change: (inout Rules) -> Void) {
        self.symptom = symptom
        self.rule = rule
        var rules = Rules()
        change(&rules)
        self.rules = rules
    }

    static var all: [Mistake] { measures + places + ties + refusals + passes }

    private static let middle = "it must lie midway between neighbouring distinct values"
    private static let firstWins = "the lowest feature must win, then the lowest threshold"
    private static let asAsked = "the argument entropy decides"
    private static let nilOnly = "there is no split only if all points are equal"

    private static var measures: [Mistake] {
        [
            Mistake("Gini impurity is used throughout", asAsked) { $0.measures.entropy = .gini },
            Mistake("entropy is used throughout", asAsked) { $0.measures.gini = .entropy },
            Mistake("the two criteria are swapped", asAsked) { $0.measures = (.gini, .entropy) },
            Mistake("entropy is taken with the natural logarithm", "it must be in bits") {
                $0.measures.entropy = .nats
            },
            Mistake("the share of misclassified points is used", "impurity is Gini impurity or entropy") {
                $0.measures = (.error, .error)
            },
            Mistake("the impurities of the sides are not weighted", "each counts by its share of the points") {
                $0.weighted = false
            },
            Mistake("the impurity after the split is returned", "the gain is how much it decreases") {
                $0.report = .children
            },
            Mistake("the gain is divided by the entropy of the split", "it must be the plain decrease") {
                $0.report = .ratio
            },
        ]
    }

    private static var places: [Mistake] {
        [
            Mistake("a threshold is one of the values", middle) { $0.place = .low },
            Mistake("a threshold is one of the values", middle) { $0.place = .high },
            Mistake("a split goes between points of equal value", "they must stay together") {
                $0.separates = { _, _ in true }
            },
            Mistake("values that differ count as equal", "they must be compared without a tolerance") {
                $0.separates = { $1 - $0 > 1e-9 }
            },
            Mistake("values that differ count as equal", "they must be compared without a tolerance") {
                $0.separates = { $1 - $0 > 1e-9 * max(1, abs($0), abs($1)) * 10 }
            },
            Mistake("values lose digits in Float", "they must be compared in Double") {
                $0.separates = { Float($0) != Float($1) }
            },
        ]
    }

    private static var ties: [Mistake] {
        [
            Mistake("the last of equally good splits is taken", firstWins) { $0.tie = .last },
            Mistake("the lowest threshold of all features wins a tie", firstWins) { $0.tie = .lowestThreshold },
        ]
    }

    private static var refusals: [Mistake] {
        [
            Mistake("a node of one class is not split", nilOnly) { $0.refusal = .pure },
            Mistake("a node is not split where the best split gains nothing", nilOnly) { $0.refusal = .gainless },
        ]
    }

    private static var passes: [Mistake] {
        [
            Mistake("the counts of one feature are carried over to the next", "each feature starts with empty sides") {
                $0.resetsCounts = false
            },
            Mistake("the last feature is left out", "all features must be tried") { $0.features = { 0..<($0 - 1) } },
            Mistake("the first feature is left out", "all features must be tried") { $0.features = { 1..<$0 } },
            Mistake("only the first feature is tried", "all features must be tried") { $0.features = { _ in 0..<1 } },
        ]
    }

    /// Whether these rules lead to what was found.
    func explains(_ node: Node, _ found: Split?) -> Bool {
        let replayed = rules.solve(node)
        guard let replayed, let found else { return replayed == nil && found == nil }
        // NaN comes from an empty share; it equals itself here.
        let sameGain =
            abs(replayed.gain - found.gain) <= 1e-8 * max(1, abs(found.gain))
            || replayed.gain.isNaN && found.gain.isNaN
        return replayed.feature == found.feature && sameGain
            && abs(replayed.threshold - found.threshold)
                <= 1e-6 * max(abs(replayed.threshold - node.points[0][found.feature]), 1e-9 * abs(replayed.threshold))
    }
}

/// The message for a wrong split of a node: what is wrong with it, whatever led there.
func describe(_ node: Node, expected: Split?, found: Split?) -> String {
    guard let expected else { return "All points are equal, yet a split is returned." }
    guard let found else { return "No split is returned, though the points differ." }
    guard let gap = node.neighbours(found) else {
        return "A split leaves one side empty."
    }
    guard abs(gap.low + (gap.high - gap.low) / 2 - found.threshold) <= 1e-6 * (gap.high - gap.low) else {
        return "It looks as if a threshold is not midway between neighbouring distinct values of its feature."
    }
    if node.isSame(expected, found) { return "A split is right, but its gain is not." }
    if abs(expected.gain - found.gain) <= 1e-9 {
        return "It looks as if another than the first of equally good splits is taken; "
            + "gains that differ by less than 1e-9 count as equal, and the lowest feature must win, "
            + "then the lowest threshold."
    }
    return found.gain > expected.gain
        ? "A gain is larger than any split of the node reaches."
        : "A split gains less than the best one."
}

/// The message for a wrong output: the mistakes that explain all nodes looked at, right and wrong ones.
func explain(_ nodes: [Node], _ expected: [Split?], _ found: [Split?], wrong: [Int]) -> String {
    // What is looked at is bounded, so that explaining stays quick.
    var budget = 3_000_000
    var sample: [Int] = []
    for index in wrong + nodes.indices.filter({ !wrong.contains($0) }) {
        budget -= nodes[index].points.count * nodes[index].points[0].count * (nodes[index].classCount + 8)
        if budget < 0, !sample.isEmpty { break }
        sample.append(index)
    }
    if budget >= -3_000_000 {
        for mistake in Mistake.all where sample.allSatisfy({ mistake.explains(nodes[$0], found[$0]) }) {
            return "It looks as if \(mistake.symptom); \(mistake.rule)."
        }
    }
    return describe(nodes[wrong[0]], expected: expected[wrong[0]], found: found[wrong[0]])
}

/// One split as the harness writes it.
func readSplit(_ reader: inout Reader) -> Split? {
    guard reader.int("0 or 1, whether there is a split", in: 0...1) == 1 else { return nil }
    let feature = reader.int("a feature")
    let threshold = reader.double("a threshold")
    return Split(feature: feature, threshold: threshold, gain: reader.double("a gain"))
}

var validator = OutputValidator()
let nodes = (0..<validator.input.int("the number of nodes")).map { _ in Node(&validator.input) }
let expected = nodes.map { _ in readSplit(&validator.answer) }
let found = nodes.map { _ in readSplit(&validator.output) }
for (node, split) in zip(nodes, found) {
    if let split, !node.points[0].indices.contains(split.feature) {
        validator.reject("The feature of a split is no column of the points.")
    }
}
let wrong = nodes.indices.filter { index in
    guard let right = expected[index], let split = found[index] else {
        return expected[index] != nil || found[index] != nil
    }
    return !nodes[index].isSame(right, split) || abs(right.gain - split.gain) > 1e-9
}
if !wrong.isEmpty {
    validator.reject(
        explain(nodes, expected, found, wrong: wrong), detail: "node \(wrong[0] + 1) and \(wrong.count - 1) more")
}
validator.accept()
