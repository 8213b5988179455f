import ChallengeKit

// The right labels are unique, so they are compared exactly with the answer; there is no tolerance. That is fair to
// every right solution because of the input, which the input validator checks: for each query the k-th and the next
// squared distance either come from integers and stay below 1e12, so that they are exact in any order and their roots
// differ if they do, or differ by at least one part in 1e9, while 1000 squared differences added in any order, or their
// root, are off by at most about two parts in 1e13.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.

/// What the solution was given.
struct Problem {
    let points: [[Double]]
    let labels: [Int]
    let queries: [[Double]]
    let k: Int
    let knownLabels: Set<Int>

    init(_ input: inout Reader) {
        points = input.matrix("points")
        labels = input.intList("labels")
        queries = input.matrix("queries")
        k = input.int("k")
        knownLabels = Set(labels)
    }

    /// The points in the order in which they are neighbours, for distances of any kind.
    func order(_ distances: [Double]) -> [Int] {
        points.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
    }

    /// One distance for each point.
    func distances(_ query: [Double], _ distance: ([Double], [Double]) -> Double) -> [Double] {
        points.map { distance($0, query) }
    }

    func counts(_ voters: some Sequence<Int>) -> [Int: Int] {
        voters.reduce(into: [:]) { $0[labels[$1], default: 0] += 1 }
    }

    /// The smallest of the most frequent labels; `nil` without voters.
    func winner(_ voters: some Sequence<Int>) -> Int? {
        counts(voters).max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }
}

/// One query with its neighbours by squared Euclidean distance, which most of the replayed mistakes start from.
struct Neighbourhood {
    let problem: Problem
    let query: [Double]
    let squares: [Double]
    let order: [Int]

    init(_ problem: Problem, _ query: [Double]) {
        self.problem = problem
        self.query = query
        squares = problem.distances(query) { zip($0, $1).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
        order = problem.order(squares)
    }

    var neighbours: ArraySlice<Int> { order.prefix(problem.k) }

    /// The squared distance of the k-th neighbour.
    var radius: Double { squares[order[problem.k - 1]] }

    /// The winner among the `k` nearest points by another distance.
    func winner(_ distance: ([Double], [Double]) -> Double) -> Int? {
        problem.winner(problem.order(problem.distances(query, distance)).prefix(problem.k))
    }

    /// All labels with as many votes as the winner.
    var tiedLabels: Set<Int> {
        let counts = problem.counts(neighbours)
        let most = counts.values.max() ?? 0
        return Set(counts.filter { $0.value == most }.keys)
    }

    /// Whether `label` wins when other points are taken of those equally far at the k-th place.
    ///
    /// It wins if it gets as many of the free places as it can fill, and the others can be filled by labels that
    /// stay below it (or level with it, when larger).
    func canWinByOtherTies(_ label: Int) -> Bool {
        let sure = problem.counts(order.lazy.filter { squares[$0] < radius })
        let tied = problem.counts(order.lazy.filter { squares[$0] == radius })
        let places = problem.k - sure.values.reduce(0, +)
        let own = min(places, tied[label] ?? 0)
        let votes = (sure[label] ?? 0) + own
        var room = 0
        for other in Set(sure.keys).union(tied.keys) where other != label {
            let free = (other < label ? votes - 1 : votes) - (sure[other] ?? 0)
            guard free >= 0 else { return false }
            room += min(tied[other] ?? 0, free)
        }
        return room >= places - own
    }

    /// The winner when each neighbour's vote is weighted, by `weight` of its squared distance.
    func weightedWinner(_ weight: (Double) -> Double) -> Int? {
        var sums: [Int: Double] = [:]
        for index in neighbours { sums[problem.labels[index], default: 0] += weight(squares[index]) }
        return sums.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    /// The winner after every column was shifted and divided, as `scaling` of its values says.
    func winnerAfter(_ scaling: ([Double]) -> Double) -> Int? {
        let units = query.indices.map { column in
            let unit = scaling(problem.points.map { $0[column] })
            return unit > 0 ? unit : 1
        }
        return winner { point, query in
            query.indices.reduce(0) { sum, column in
                let difference = (point[column] - query[column]) / units[column]
                return sum + difference * difference
            }
        }
    }
}

/// A mistake that people make, and whether it may lead to a label.
struct Mistake {
    /// What seems to happen, as a clause.
    let symptom: String
    /// What the statement asks for, as a clause.
    let rule: String
    let fits: (Neighbourhood, Int) -> Bool

    init(_ symptom: String, _ rule: String, fits: @escaping (Neighbourhood, Int) -> Bool) {
        self.symptom = symptom
        self.rule = rule
        self.fits = fits
    }

    init(_ symptom: String, _ rule: String, _ winner: @escaping (Neighbourhood) -> Int?) {
        self.init(symptom, rule) { near, label in winner(near) == label }
    }

    /// Mistakes that lead to one label.
    static var definite: [Mistake] { votes + ties + voters + metrics + precision }

    /// Mistakes that may lead to several labels and so fit more easily by chance.
    static var loose: [Mistake] {
        [
            Mistake("a tied vote goes to any of the tied labels", "the smallest of them must win") {
                $0.tiedLabels.contains($1)
            },
            Mistake("any of the points equally far at the k-th place are taken", earlierFirst) {
                $0.canWinByOtherTies($1)
            },
        ]
    }

    private static let smallest = "the smallest of the tied labels must win"
    private static let earlierFirst = "the earlier of equally distant points must come first"
    private static let exactly = "exactly k points must vote"
    private static let equalVotes = "each of the k votes must count the same"
    private static let euclidean = "squared differences must be added up"
    private static let unscaled = "coordinates must be compared as they are"

    private static var votes: [Mistake] {
        [
            Mistake("a tied vote goes to the largest label", smallest) { $0.tiedLabels.max() },
            Mistake("a tied vote goes to the label of the nearest neighbour", smallest) {
                let tied = $0.tiedLabels
                let labels = $0.problem.labels
                return $0.neighbours.lazy.map { labels[$0] }.first { tied.contains($0) }
            },
        ]
    }

    private static var ties: [Mistake] {
        [
            Mistake("the later of equally distant points comes first", earlierFirst) { near in
                let order = near.order.sorted { (near.squares[$0], -$0) < (near.squares[$1], -$1) }
                return near.problem.winner(order.prefix(near.problem.k))
            },
            Mistake("equally distant points are ordered by label", earlierFirst) { near in
                let labels = near.problem.labels
                let order = near.order.sorted { (near.squares[$0], labels[$0]) < (near.squares[$1], labels[$1]) }
                return near.problem.winner(order.prefix(near.problem.k))
            },
            Mistake("more than k points vote when several are equally far at the k-th place", exactly) { near in
                near.problem.winner(near.order.lazy.filter { near.squares[$0] <= near.radius })
            },
        ]
    }

    private static var voters: [Mistake] {
        [
            Mistake("one neighbour too few votes", exactly) { $0.problem.winner($0.order.prefix($0.problem.k - 1)) },
            Mistake("one neighbour too many votes", exactly) { $0.problem.winner($0.order.prefix($0.problem.k + 1)) },
            Mistake("a point equal to the query is left out", "it must be a neighbour like any other") { near in
                near.problem.winner(near.order.lazy.filter { near.squares[$0] > 0 }.prefix(near.problem.k))
            },
            Mistake("nearer neighbours have heavier votes", equalVotes) {
                $0.weightedWinner { 1 / ($0.squareRoot() + 1e-9) }
            },
            Mistake("nearer neighbours have heavier votes", equalVotes) { $0.weightedWinner { 1 / ($0 + 1e-9) } },
        ]
    }

    private static var metrics: [Mistake] {
        [
            Mistake("distances are sums of absolute differences", euclidean) {
                $0.winner { zip($0, $1).reduce(0) { $0 + abs($1.0 - $1.1) } }
            },
            Mistake("distances are largest differences", euclidean) {
                $0.winner { zip($0, $1).reduce(0) { max($0, abs($1.0 - $1.1)) } }
            },
            Mistake("columns are rescaled", unscaled) { $0.winnerAfter { $0.max()! - $0.min()! } },
            Mistake("columns are rescaled", unscaled) {
                $0.winnerAfter { column in
                    let mean = column.reduce(0, +) / Double(column.count)
                    return column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / Double(column.count) }.squareRoot()
                }
            },
        ]
    }

    private static var precision: [Mistake] {
        [
            Mistake("distances that differ count as equal", "they must be compared in Double, without a tolerance") {
                near in
                let order = near.problem.points.indices.sorted {
                    let close = abs(near.squares[$0] - near.squares[$1]) < 1e-9
                    return close ? $0 < $1 : near.squares[$0] < near.squares[$1]
                }
                return near.problem.winner(order.prefix(near.problem.k))
            },
            Mistake("distances lose digits in Float", "they must be computed in Double") {
                $0.winner {
                    Double(
                        zip($0, $1).reduce(Float(0)) {
                            let difference = Float($1.0) - Float($1.1)
                            return $0 + difference * difference
                        })
                }
            },
            Mistake("distances lose digits in the expanded square", euclidean) {
                $0.winner { point, query in
                    zip(point, point).reduce(0) { $0 + $1.0 * $1.1 }
                        - 2 * zip(point, query).reduce(0) { $0 + $1.0 * $1.1 }
                }
            },
        ]
    }
}

/// The message for a wrong output: the mistakes that explain all the queries looked at, right and wrong ones.
///
/// A few wrong labels may fit more than one mistake; the message then names two, not to send anyone the wrong way.
func explain(_ problem: Problem, expected: [Int], found: [Int]) -> String {
    if found.contains(where: { !problem.knownLabels.contains($0) }) {
        return "A predicted label is the label of no point."
    }
    // What is looked at shrinks with the size, so that explaining stays within some 50 ms.
    let size = problem.points.count * (problem.points[0].count + 8)
    let budget = max(1, min(12, 100_000 / size))
    let wrong = expected.indices.filter { expected[$0] != found[$0] }.prefix(budget)
    let right = expected.indices.filter { expected[$0] == found[$0] }.prefix(budget)
    let sample = (wrong + right).map { (Neighbourhood(problem, problem.queries[$0]), found[$0]) }

    func fitting(_ mistakes: [Mistake]) -> [Mistake] {
        mistakes.filter { mistake in sample.allSatisfy { near, label in mistake.fits(near, label) } }
    }
    var mistakes = fitting(Mistake.definite)
    if mistakes.isEmpty { mistakes = Array(fitting(Mistake.loose).prefix(1)) }
    guard let first = mistakes.first else {
        return "At least one label is not the one that the k nearest points vote for."
    }
    guard let second = mistakes.first(where: { $0.symptom != first.symptom }) else {
        return "It looks as if \(first.symptom): \(first.rule)."
    }
    let rules = first.rule == second.rule ? first.rule : "\(first.rule), and \(second.rule)"
    return "It looks as if \(first.symptom), or \(second.symptom): \(rules)."
}

var validator = OutputValidator()
let expected = validator.answer.intList("the answer")
let count = validator.output.int("the number of labels")
validator.require(
    count == expected.count,
    "There must be one label for each query; there are too \(count < expected.count ? "few" : "many").")
let found = validator.output.ints(count: count, "a label")
let agreeing = zip(expected, found).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
validator.metric("agreement", expected.isEmpty ? 1 : Double(agreeing) / Double(expected.count))
if agreeing < expected.count {
    let problem = Problem(&validator.input)
    validator.reject(
        explain(problem, expected: expected, found: found), detail: "\(agreeing) of \(expected.count) agree")
}
validator.accept()
