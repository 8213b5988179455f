import ChallengeKit
import Glibc

// Which labels may a query get? Greedy CART leaves one choice open: which of several equally good splits a node
// takes. So the validator does not compare with one tree. It grows all correct trees at once, and collects for each
// query the labels that any of them predicts. On most queries of most data this is one label, and then it is asked
// for exactly; otherwise every label in the set is right.
//
// Everything but the comparison of impurities is exact: coordinates are multiples of 1/64, so in units of 1/128
// thresholds and queries are integers. Splits count as equally good when their impurities differ by less than 1e-9
// of the node's size: rounding moves the impurity of any formula by some 1e-15 of it, so no correct submission can
// leave this set, and splits that differ by so little without being equal practically do not occur.

/// What decides which trees are grown: the rules of the statement, or these with a mistake in them, to name it.
struct Rules {
    enum Threshold { case middle, lowerValue, upperValue }
    enum Impurity { case gini, unweightedGini, entropy }

    var maxDepth: Int
    var equalGoesLeft = true
    var smallestWinsTie = true
    var splitsWithoutGain = true
    var threshold = Threshold.middle
    var impurity = Impurity.gini

    func with(_ change: (inout Rules) -> Void) -> Rules {
        var rules = self
        change(&rules)
        return rules
    }
}

/// All trees that the rules allow, as seen by the queries.
struct Trees {
    private let classCount = 10
    private let rules: Rules
    private let dimensions: Int
    private let labels: [Int]
    /// Coordinates in units of 1/64, column after column.
    private let points: [Int32]
    private let queries: [Int32]
    /// c^2 of a count c for the Gini impurity, c log c for entropy.
    private let weights: [Double]
    /// A random word for each point; a set of points is known by the exclusive or of its words.
    private let words: [UInt64]
    private var goesLeft: [Bool]

    /// For each query the labels that some tree predicts, bit by bit.
    private(set) var allowed: [UInt16]

    private struct Split {
        let feature: Int
        /// How many of the node's points, in the order of the feature, go left.
        let leftCount: Int
        /// In units of 1/128.
        let threshold: Int
    }

    /// One of the two sides of one or more splits, with all queries that some of these send there.
    private struct Child {
        let split: Split
        let isLeft: Bool
        var queries: [Int32]
    }

    init(points: [[Double]], labels: [Int], queries: [[Double]], rules: Rules) {
        func columns(_ rows: [[Double]]) -> [Int32] {
            var columns: [Int32] = []
            columns.reserveCapacity(rows.count * points[0].count)
            for feature in points[0].indices {
                for row in rows { columns.append(Int32(row[feature] * 64)) }
            }
            return columns
        }
        self.rules = rules
        dimensions = points[0].count
        self.labels = labels
        self.points = columns(points)
        self.queries = columns(queries)
        weights = (0...labels.count).map { count in
            let count = Double(count)
            return rules.impurity == .entropy ? count * log(max(count, 1)) : count * count
        }
        var random = Random(seed: 1)
        words = labels.map { _ in random.next() }
        goesLeft = Array(repeating: false, count: labels.count)
        allowed = Array(repeating: 0, count: queries.count)

        // A value and its row in one integer: sorting plain integers is several times faster than by a closure.
        var order: [Int32] = []
        order.reserveCapacity(self.points.count)
        for feature in 0..<dimensions {
            let column = self.points[feature * labels.count..<(feature + 1) * labels.count]
            let packed = column.enumerated().map { Int($0.element) << 32 | $0.offset }.sorted()
            for value in packed { order.append(Int32(truncatingIfNeeded: value)) }
        }
        let all = (0..<queries.count).map { Int32($0) }
        visit(order, size: labels.count, counts: counts(order.prefix(labels.count)), depth: 0, queries: all, budget: 64)
    }

    func allows(_ label: Int, for query: Int) -> Bool {
        (0..<classCount).contains(label) && allowed[query] & (1 << UInt16(label)) != 0
    }

    private func counts(_ rows: ArraySlice<Int32>) -> [Int] {
        var counts = [Int](repeating: 0, count: classCount)
        for row in rows { counts[labels[Int(row)]] += 1 }
        return counts
    }

    /// Carries `queries` through all trees over a node's points.
    ///
    /// - Parameters:
    ///   - order: The node's points sorted by each feature, one feature after the other.
    ///   - budget: Shared out among the ways in which equally good splits part the points. When it is used up, all
    ///     labels of the node's points are allowed, which is never too few. It bounds the work by that of 64 trees.
    private mutating func visit(
        _ order: [Int32], size: Int, counts: [Int], depth: Int, queries: [Int32], budget: Int
    ) {
        if isLeaf(counts, size: size, depth: depth) { return settle(counts, queries: queries) }
        guard budget > 0 else {
            let present = counts.indices.reduce(UInt16(0)) { counts[$1] > 0 ? $0 | 1 << UInt16($1) : $0 }
            for query in queries { allowed[Int(query)] |= present }
            return
        }
        let (splits, gain) = bestSplits(order, size: size, counts: counts)
        if splits.isEmpty || !gain && !rules.splitsWithoutGain { return settle(counts, queries: queries) }
        let children = children(of: splits, order, size: size, queries: queries)
        for child in children where !child.queries.isEmpty {
            let start = child.split.feature * size
            let middle = start + child.split.leftCount
            let side = child.isLeft ? start..<middle : middle..<(start + size)
            let sideCounts = self.counts(order[side])
            if isLeaf(sideCounts, size: side.count, depth: depth + 1) {
                settle(sideCounts, queries: child.queries)
                continue
            }
            for position in start..<(start + size) { goesLeft[Int(order[position])] = position < middle }
            var part: [Int32] = []
            part.reserveCapacity(side.count * dimensions)
            for row in order where goesLeft[Int(row)] == child.isLeft { part.append(row) }
            visit(
                part, size: side.count, counts: sideCounts, depth: depth + 1, queries: child.queries,
                budget: budget / (children.count / 2))
        }
    }

    private func isLeaf(_ counts: [Int], size: Int, depth: Int) -> Bool {
        depth == rules.maxDepth || counts.contains(size)
    }

    /// Answers queries with a leaf's most frequent label.
    private mutating func settle(_ counts: [Int], queries: [Int32]) {
        let largest = counts.max()!
        let label = rules.smallestWinsTie ? counts.firstIndex(of: largest)! : counts.lastIndex(of: largest)!
        for query in queries { allowed[Int(query)] |= 1 << UInt16(label) }
    }

    /// All splits of least impurity, and whether they gain anything.
    ///
    /// With class counts c on a side of m points, its part of the weighted Gini impurity is m - (sum c^2) / m, and of
    /// the weighted entropy m log m - sum c log c. So the best splits have the greatest score as below.
    private func bestSplits(_ order: [Int32], size: Int, counts: [Int]) -> (splits: [Split], gain: Bool) {
        func score(_ sum: Double, _ count: Int) -> Double {
            switch rules.impurity {
            case .gini: sum / Double(count)
            case .unweightedGini: sum / Double(count) / Double(count) * Double(size)
            case .entropy: sum - weights[count]
            }
        }
        let tolerance = 1e-9 * Double(size)
        let total = counts.reduce(0) { $0 + weights[$1] }
        var best = -Double.infinity
        var found: [(score: Double, split: Split)] = []
        var left = [Int](repeating: 0, count: classCount)
        for feature in 0..<dimensions {
            for label in 0..<classCount { left[label] = 0 }
            var leftSum = 0.0
            var rightSum = total
            let column = feature * labels.count
            var value = points[column + Int(order[feature * size])]
            for position in 1..<size {
                let label = labels[Int(order[feature * size + position - 1])]
                let right = counts[label] - left[label]
                leftSum += weights[left[label] + 1] - weights[left[label]]
                rightSum += weights[right - 1] - weights[right]
                left[label] += 1
                let next = points[column + Int(order[feature * size + position])]
                if next == value { continue }
                let sum = score(leftSum, position) + score(rightSum, size - position)
                if sum >= best - tolerance {
                    if sum > best + tolerance { found.removeAll(keepingCapacity: true) }
                    best = max(best, sum)
                    let threshold =
                        switch rules.threshold {
                        case .middle: Int(value) + Int(next)
                        case .lowerValue: 2 * Int(value)
                        case .upperValue: 2 * Int(next)
                        }
                    found.append((sum, Split(feature: feature, leftCount: position, threshold: threshold)))
                }
                value = next
            }
        }
        let splits = found.filter { $0.score >= best - tolerance }.map(\.split)
        return (splits, best > score(total, size) + tolerance)
    }

    /// The distinct children of equally good splits, two for each way of parting the node's points.
    ///
    /// Splits of different features often part the points in the same way. Such children are one child here; the
    /// splits may still part the queries differently, so it gets the queries of all of them.
    private func children(of splits: [Split], _ order: [Int32], size: Int, queries: [Int32]) -> [Child] {
        let wholeSet = splits.count == 1 ? 0 : order.prefix(size).reduce(UInt64(0)) { $0 ^ words[Int($1)] }
        var children: [Child] = []
        var places: [UInt64: Int] = [:]
        for split in splits {
            var left: [Int32] = []
            var right: [Int32] = []
            for query in queries {
                let value = 2 * Int(self.queries[split.feature * allowed.count + Int(query)])
                if value < split.threshold || value == split.threshold && rules.equalGoesLeft {
                    left.append(query)
                } else {
                    right.append(query)
                }
            }
            if splits.count == 1 {
                return [
                    Child(split: split, isLeft: true, queries: left),
                    Child(split: split, isLeft: false, queries: right),
                ]
            }
            let start = split.feature * size
            let leftSet = order[start..<(start + split.leftCount)].reduce(UInt64(0)) { $0 ^ words[Int($1)] }
            for (isLeft, set, queries) in [(true, leftSet, left), (false, leftSet ^ wholeSet, right)] {
                if let place = places[set] {
                    children[place].queries = Array(Set(children[place].queries).union(queries))
                } else {
                    places[set] = children.count
                    children.append(Child(split: split, isLeft: isLeft, queries: queries))
                }
            }
        }
        return children
    }
}

var validator = OutputValidator()
let points = validator.input.matrix("points")
let labels = validator.input.intList("labels")
let rules = Rules(maxDepth: validator.input.int("maxDepth"))
let queries = validator.input.matrix("queries")
let truth = validator.input.intList("true labels")
let reference = validator.answer.intList("labels")

let trees = Trees(points: points, labels: labels, queries: queries, rules: rules)
guard reference.count == queries.count, reference.indices.allSatisfy({ trees.allows(reference[$0], for: $0) }) else {
    validator.answer.fail("the answer is not that of a correct tree")
}

let count = validator.output.int("the number of labels returned")
validator.require(
    count == queries.count,
    "decisionTree must return one label for each query: \(queries.count) in this case, not \(count).")
let predictions = validator.output.ints(count: count, "a label")

func accuracy(_ predictions: [Int]) -> Double {
    Double(zip(predictions, truth).count { $0 == $1 }) / Double(truth.count)
}
if !truth.isEmpty { validator.metric("accuracy", accuracy(predictions)) }

/// The common mistakes that explain every label, each in words that complete "All labels fit a tree …".
///
/// Large cases are spared the work: whatever fails there fails on a smaller one too.
func explanations() -> [String] {
    guard points.count * points[0].count <= 20_000 else { return [] }
    var mistakes: [(String, Rules)] = [
        ("that is one level deeper than maxDepth; the root has depth 0", rules.with { $0.maxDepth += 1 })
    ]
    if rules.maxDepth > 0 {
        let text = "that is one level shallower than maxDepth; the root has depth 0"
        mistakes.append((text, rules.with { $0.maxDepth -= 1 }))
    }
    mistakes += [
        ("that sends what equals a threshold right; <= goes left", rules.with { $0.equalGoesLeft = false }),
        ("whose thresholds are values of points; they lie midway", rules.with { $0.threshold = .lowerValue }),
        (
            "whose thresholds are values of points; they lie midway",
            rules.with {
                $0.threshold = .upperValue
                $0.equalGoesLeft = false
            }
        ),
        ("whose tied leaves predict a larger label; the smallest wins", rules.with { $0.smallestWinsTie = false }),
        (
            "that stops where the best split gains nothing; it must be split all the same",
            rules.with { $0.splitsWithoutGain = false }
        ),
        (
            "that adds its sides' impurities without weighing them by their numbers of points",
            rules.with { $0.impurity = .unweightedGini }
        ),
        ("of least entropy; the criterion is Gini impurity", rules.with { $0.impurity = .entropy }),
    ]
    var texts: [String] = []
    for (text, rules) in mistakes where !texts.contains(text) {
        let trees = Trees(points: points, labels: labels, queries: queries, rules: rules)
        if predictions.indices.allSatisfy({ trees.allows(predictions[$0], for: $0) }) { texts.append(text) }
    }
    return texts
}

let wrong = predictions.indices.count { !trees.allows(predictions[$0], for: $0) }
if wrong > 0 {
    let share = "\(wrong) of \(count) queries got a label that no tree built by the rules predicts."
    let texts = explanations()
    // In a small case several mistakes may look alike.
    validator.reject(
        texts.isEmpty
            ? "\(share) Some node's split is not a best one, its threshold is misplaced, or a leaf's label is wrong."
            : "\(share) All labels fit a tree \(texts.joined(separator: " – or one ")).")
}

// The second line of defence, against labels that are allowed one by one but come from no one tree. Two correct trees
// differ only on open queries, those with several allowed labels, so their accuracies differ by at most the share of
// these. Up to a share of 0.1 the band below holds every correct tree for certain, and hidden cases stay under it: 0.08
// was the most in 480 draws. In 180 draws of other sizes, with up to 0.55 of open queries, no tree grown with features
// and thresholds in reverse or with random choices came closer than 0.04 to the band's ends.
//
// The band alone would not do: with one level too many or too few, entropy, or thresholds at a value, the accuracy
// often moves by less than 0.02 on such data, no further than by the choice among equally good splits.
if !truth.isEmpty {
    let open = Double(trees.allowed.count { $0.nonzeroBitCount > 1 }) / Double(count)
    let difference = accuracy(predictions) - accuracy(reference)
    validator.require(
        abs(difference) <= 0.05 + open / 2,
        "The accuracy is \(difference > 0 ? "above" : "below") that of a correct tree by more than the choice among"
            + " equally good splits explains; do all labels come from one tree?")
}

validator.accept()
