import ChallengeKit
import Glibc

// Labels are compared exactly, log posteriors up to 1e-6. That is fair to every right solution because of the input, which
// the input validator checks: the best class of each query is either ahead of the next by 1e-4 in log-likelihood or ties with a
// class of the same points in the same order; and rounding shifts no log posterior by more than about 5e-7.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.

struct Problem {
    let points: [[Double]]
    let labels: [Int]
    let queries: [[Double]]
    let smoothing: Double
    let names: [Int]
    let members: [[[Double]]]

    init(_ input: inout Reader) {
        points = input.matrix("points")
        labels = input.intList("labels")
        queries = input.matrix("queries")
        smoothing = input.double("smoothing")
        var groups: [Int: [[Double]]] = [:]
        for (point, label) in zip(points, labels) { groups[label, default: []].append(point) }
        names = groups.keys.sorted()
        members = names.map { groups[$0]! }
    }
}

/// Means and variances of the columns of `rows`.
func moments(_ rows: [[Double]]) -> (means: [Double], variances: [Double]) {
    var means = rows[0].map { _ in 0.0 }
    var variances = means
    for row in rows { for j in row.indices { means[j] += row[j] } }
    for j in means.indices { means[j] /= Double(rows.count) }
    for row in rows { for j in row.indices { variances[j] += (row[j] - means[j]) * (row[j] - means[j]) } }
    return (means, variances.map { $0 / Double(rows.count) })
}

/// The rules, any of which a mistake changes.
struct Rules {
    enum Prior { case shares, uniform, laplace }
    enum Variance { case population, sample, pooled }
    enum Smoothing { case largest, none, absolute, ofFeature, asFloor, largestInClasses, average }
    enum Tie { case smallest, largest, firstSeen }
    enum Report { case posterior, joint, probability, binary, likelihood }

    var prior = Prior.shares
    var variance = Variance.population
    var smoothing = Smoothing.largest
    var tie = Tie.smallest
    var report = Report.posterior
    var hasNormaliser = true
    var usesDeviations = false
    var skipsConstant = false
    var returnsIndex = false

    /// The classes as a solution with these rules fits them.
    func fit(_ problem: Problem) -> [(prior: Double, means: [Double], variances: [Double])] {
        let overall = moments(problem.points).variances
        let fits = problem.members.map { moments($0) }
        let n = Double(problem.points.count)
        let c = Double(problem.members.count)
        let pooled = overall.indices.map { j in
            zip(fits, problem.members).reduce(0) { $0 + $1.0.variances[j] * Double($1.1.count) } / n
        }
        let biggest =
            smoothing == .largestInClasses ? fits.map { $0.variances.max()! }.max()! : overall.max()!
        let epsilon = problem.smoothing * (biggest > 0 ? biggest : 1)
        return zip(fits, problem.members).map { fit, rows in
            let count = Double(rows.count)
            let share: Double
            switch prior {
            case .shares: share = count / n
            case .uniform: share = 1 / c
            case .laplace: share = (count + 1) / (n + c)
            }
            let variances = overall.indices.map { j -> Double in
                var raw = variance == .pooled ? pooled[j] : fit.variances[j]
                if variance == .sample { raw *= rows.count > 1 ? count / (count - 1) : 1 }
                switch smoothing {
                case .largest, .largestInClasses: return raw + epsilon
                case .none: return raw
                case .absolute: return raw + problem.smoothing
                case .ofFeature: return raw + problem.smoothing * overall[j]
                case .asFloor: return max(raw, epsilon)
                case .average:
                    return raw + problem.smoothing * overall.reduce(0, +) / Double(overall.count)
                }
            }
            return (log(share), fit.means, variances)
        }
    }

    /// What a solution with these rules answers to one query.
    func predict(
        _ problem: Problem, _ classes: [(prior: Double, means: [Double], variances: [Double])], _ query: [Double]
    ) -> (label: Int, value: Double) {
        let joints = classes.indices.map { k -> Double in
            var sum = classes[k].prior
            for j in query.indices {
                let variance = usesDeviations ? classes[k].variances[j].squareRoot() : classes[k].variances[j]
                if skipsConstant, problem.members[k].allSatisfy({ $0[j] == problem.members[k][0][j] }) { continue }
                let difference = query[j] - classes[k].means[j]
                sum -= difference * difference / (2 * variance)
                if hasNormaliser { sum -= 0.5 * log(2 * .pi * variance) }
            }
            return sum
        }
        let top = joints.max()!
        let tied = joints.indices.filter { joints[$0] >= top - 1e-9 }
        let best: Int
        switch tie {
        case .smallest: best = tied.first ?? 0
        case .largest: best = tied.last ?? 0
        case .firstSeen:
            let name = problem.labels.first { label in tied.contains { problem.names[$0] == label } }
            best = problem.names.firstIndex { $0 == name } ?? 0
        }
        let posterior = -log(joints.reduce(0) { $0 + exp($1 - top) })
        let value: Double
        switch report {
        case .posterior: value = posterior
        case .joint: value = joints[best]
        case .probability: value = exp(posterior)
        case .binary: value = posterior / log(2)
        case .likelihood: value = joints[best] - classes[best].prior
        }
        return (returnsIndex ? best : problem.names[best], value)
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

    static var all: [Mistake] { reports + ties + models + smoothings }

    private static let byNumber = "variances are divided by the number of points"
    private static let added = "smoothing times the largest variance of a feature over all points must be added"
    private static let normalised =
        "it must be the natural logarithm of the posterior, which sums to 1 over the classes"
    private static let smallest = "the smallest label must win"

    private static var reports: [Mistake] {
        [
            Mistake("the log posterior is not normalised", normalised) { $0.report = .joint },
            Mistake("the likelihood is returned without the prior", normalised) { $0.report = .likelihood },
            Mistake("a probability is returned, not its logarithm", normalised) { $0.report = .probability },
            Mistake("the logarithm has base 2", normalised) { $0.report = .binary },
            Mistake("the index of a class is returned in place of its label", "labels may have gaps") {
                $0.returnsIndex = true
            },
        ]
    }

    private static var ties: [Mistake] {
        [
            Mistake("the largest of equally probable labels wins", smallest) { $0.tie = .largest },
            Mistake("the label that occurs first wins a tie", smallest) { $0.tie = .firstSeen },
        ]
    }

    private static var models: [Mistake] {
        [
            Mistake("all classes have the same prior", "a class's prior is its share of the points") {
                $0.prior = .uniform
            },
            Mistake("priors are smoothed", "a class's prior is its share of the points") { $0.prior = .laplace },
            Mistake("variances are divided by one less", byNumber) { $0.variance = .sample },
            Mistake("all classes share one variance", "each class has its own") { $0.variance = .pooled },
            Mistake("the density lacks its factor 1/sqrt(2 pi v)", "it differs from class to class") {
                $0.hasNormaliser = false
            },
            Mistake("a standard deviation stands where a variance belongs", "the density divides by 2v") {
                $0.usesDeviations = true
            },
            Mistake("features that are constant in a class are left out", "smoothing gives them a density") {
                $0.skipsConstant = true
            },
        ]
    }

    private static var smoothings: [Mistake] {
        [
            Mistake("variances are not smoothed", added) { $0.smoothing = .none },
            Mistake("smoothing itself is added to the variances", added) { $0.smoothing = .absolute },
            Mistake("each feature is smoothed by its own variance", added) { $0.smoothing = .ofFeature },
            Mistake("smoothing is a least variance and not added", added) { $0.smoothing = .asFloor },
            Mistake("the largest variance is taken within the classes", added) { $0.smoothing = .largestInClasses },
            Mistake("the average variance is taken, not the largest", added) { $0.smoothing = .average },
        ]
    }
}

func differs(_ right: Double, _ found: Double) -> Bool { abs(right - found) > 1e-6 }

/// The message for a wrong output: the mistake that explains all queries looked at, right and wrong ones.
func explain(
    _ problem: Problem, _ expected: [(label: Int, value: Double)], _ found: [(label: Int, value: Double)]
) -> String {
    let wrong = expected.indices.filter {
        expected[$0].label != found[$0].label || differs(expected[$0].value, found[$0].value)
    }
    // What is looked at shrinks with the size, so that explaining stays quick.
    let budget = max(2, min(40, 400_000 / (problem.names.count * problem.points[0].count)))
    let right = expected.indices.filter { index in !wrong.contains(index) }
    let sample = wrong.prefix(budget) + right.prefix(budget)
    for mistake in Mistake.all {
        let classes = mistake.rules.fit(problem)
        let fits = sample.allSatisfy { index in
            let replayed = mistake.rules.predict(problem, classes, problem.queries[index])
            return replayed.label == found[index].label
                && abs(replayed.value - found[index].value) <= 1e-6 * max(1, abs(replayed.value))
        }
        if fits { return "It looks as if \(mistake.symptom); \(mistake.rule)." }
    }
    let known = Set(problem.names)
    if found.contains(where: { !known.contains($0.label) }) { return "A label is the label of no point." }
    let isFar = Rules().fit(problem).contains { fit in
        fit.means.indices.contains { abs(fit.means[$0]) > 1e4 * fit.variances[$0].squareRoot() }
    }
    if isFar {
        return "It looks as if variances lose digits far from zero; the mean must be subtracted before squaring."
    }
    if found.contains(where: { $0.value > 1e-6 }) { return "The logarithm of a probability is above 0." }
    return expected.indices.contains { expected[$0].label != found[$0].label }
        ? "A label is not the most probable one." : "All labels are right, but a log posterior is not."
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let expectedLabels = validator.answer.intList("labels")
let expectedValues = validator.answer.doubleList("log posteriors")
let labels = validator.output.intList("labels")
validator.require(labels.count == expectedLabels.count, "There must be one label for each query.")
let values = validator.output.doubleList("log posteriors")
validator.require(values.count == expectedValues.count, "There must be one log posterior for each query.")
let expected = Array(zip(expectedLabels, expectedValues)).map { (label: $0, value: $1) }
let found = Array(zip(labels, values)).map { (label: $0, value: $1) }
if zip(expected, found).contains(where: { $0.label != $1.label || differs($0.value, $1.value) }) {
    validator.reject(explain(problem, expected, found))
}
validator.accept()
