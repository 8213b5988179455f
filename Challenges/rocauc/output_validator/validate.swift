import ChallengeKit

// There is one right answer. Samples are only compared and counted, so that the area is the quotient of two integers below
// 2^53, and so are all rates. Each number may be off by one part in 1e9 and by 1e-12: a sum of 100,000 trapezoids or steps
// rounds by less than 2e-11 of itself, whatever the order. Neighbouring vertices differ by 1e-5 or more. A single pair among
// 2.5e9 is less than the area's tolerance, but no mistake is known that moves so little and leaves the curve as it is.
// Which vertices are left out is exact, too: it follows from integers.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.

func isClose(_ found: Double, _ expected: Double) -> Bool { abs(found - expected) <= 1e-9 * abs(expected) + 1e-12 }

/// So many negative and positive samples: a step of the curve, or a place on it.
struct Count: Equatable {
    var negatives = 0
    var positives = 0

    static func + (left: Count, right: Count) -> Count {
        Count(negatives: left.negatives + right.negatives, positives: left.positives + right.positives)
    }

    /// Positive where `other` goes more to the right (less upwards) than this step.
    func turn(_ other: Count) -> Int { positives * other.negatives - negatives * other.positives }
}

/// A curve as steps in the order of falling scores.
struct Curve {
    var steps: [Count]

    var total: Count { steps.reduce(Count(), +) }

    /// Places after each step, the origin first.
    var places: [Count] {
        var places = [Count()]
        for step in steps { places.append(places[places.count - 1] + step) }
        return places
    }

    /// The area; a step that is `tied` counts that share of its pairs.
    func area(tied: Double = 0.5) -> Double {
        let total = total
        guard total.negatives > 0, total.positives > 0 else { return 0.5 }
        var (above, pairs, ties) = (0, 0, 0)
        for step in steps {
            pairs += step.negatives * above
            ties += step.negatives * step.positives
            above += step.positives
        }
        return (Double(pairs) + tied * Double(ties)) / (Double(total.negatives) * Double(total.positives))
    }

    /// Steps of one direction made one.
    var merged: Curve {
        var merged: [Count] = []
        for step in steps {
            if let last = merged.last, last.turn(step) == 0 {
                merged[merged.count - 1] = last + step
            } else {
                merged.append(step)
            }
        }
        return Curve(steps: merged)
    }

    /// Only equal steps made one, as by second differences.
    var mergedWhereEqual: Curve {
        var merged: [Count] = []
        var last: Count?
        for step in steps {
            if step == last { merged[merged.count - 1] = merged[merged.count - 1] + step } else { merged.append(step) }
            last = step
        }
        return Curve(steps: merged)
    }

    /// The upper convex hull.
    var hull: Curve {
        var hull: [Count] = []
        for step in steps {
            var step = step
            while let last = hull.last, last.turn(step) <= 0 {
                step = last + step
                hull.removeLast()
            }
            hull.append(step)
        }
        return Curve(steps: hull)
    }

    var rates: (fpr: [Double], tpr: [Double]) {
        let total = total
        let places = places
        return (
            places.map { Double($0.negatives) / Double(max(1, total.negatives)) },
            places.map { Double($0.positives) / Double(max(1, total.positives)) }
        )
    }
}

struct Problem {
    let scores: [Double]
    let labels: [Int]
    /// Stable: samples of equal scores stay in the order given.
    let order: [Int]

    init(_ scores: [Double], _ labels: [Int]) {
        self.scores = scores
        self.labels = labels
        order = scores.indices.sorted { scores[$0] > scores[$1] }
    }

    /// The curve where neighbours in the order are `tied`.
    func curve(_ order: [Int], tied: (Double, Double) -> Bool) -> Curve {
        var steps: [Count] = []
        for (place, sample) in order.enumerated() {
            let step = labels[sample] == 1 ? Count(positives: 1) : Count(negatives: 1)
            if place > 0, tied(scores[order[place - 1]], scores[sample]) {
                steps[steps.count - 1] = steps[steps.count - 1] + step
            } else {
                steps.append(step)
            }
        }
        return Curve(steps: steps)
    }

    var right: Curve { curve(order) { $0 == $1 } }
    var singly: Curve { curve(order) { _, _ in false } }
    /// Ties broken from the last sample to the first.
    var singlyReversed: Curve {
        let reversed = Array(scores.indices.reversed()).sorted { scores[$0] > scores[$1] }
        return curve(reversed) { _, _ in false }
    }
}

func close(_ found: (fpr: [Double], tpr: [Double]), _ expected: (fpr: [Double], tpr: [Double])) -> Bool {
    func same(_ left: [Double], _ right: [Double]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { isClose($0, $1) }
    }
    return same(found.fpr, expected.fpr) && same(found.tpr, expected.tpr)
}

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number(_ what: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
            reject(
                "It looks as if something is divided by 0: with one class only, or none, the answer is (0.5, [0, 1], [0, 1]).",
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

var validator = OutputValidator()
let problem = Problem(validator.input.doubleList("scores"), validator.input.intList("labels"))
let right = problem.right
let total = right.total
let hasBoth = total.negatives > 0 && total.positives > 0

let auc = validator.number("the area")
let found = (fpr: validator.numbers("false positive rates"), tpr: validator.numbers("true positive rates"))

let area = right.area()
if !isClose(auc, area) {
    func with(_ tied: @escaping (Double, Double) -> Bool) -> Bool {
        isClose(auc, problem.curve(problem.order, tied: tied).area())
    }
    let text = symptom([
        ("the area is not 0.5 where there is one class only", { !hasBoth }),
        ("tied pairs count nothing: each counts half", { isClose(auc, right.area(tied: 0)) }),
        ("tied pairs count as ordered: each counts half", { isClose(auc, right.area(tied: 1)) }),
        (
            "the order of samples with equal scores matters: they pass the threshold together",
            { isClose(auc, problem.singly.area()) || isClose(auc, problem.singlyReversed.area()) }
        ),
        (
            "an area below 0.5 is turned over: it must stay what it is",
            { area < 0.5 && isClose(auc, 1 - area) && close(found, right.merged.rates) }
        ),
        ("the ranking is upside down: a higher score means rather positive", { isClose(auc, 1 - area) }),
        ("the area is under the convex hull: the curve may bend inwards", { isClose(auc, right.hull.area()) }),
        ("the area is scaled to a Gini coefficient", { isClose(auc, 2 * area - 1) }),
        (
            "0 and -0 are different scores: they are equal",
            { with { $0.bitPattern == $1.bitPattern } || isClose(auc, apartZeros().area()) }
        ),
        (
            "scores that differ count as equal: compare them as they are, in Double",
            {
                with { Float($0) == Float($1) } || with { abs($0 - $1) < 1e-9 } || with { abs($0 - $1) < 1e-6 }
                    || area != 0.5 && auc == 0.5
            }
        ),
    ])
    validator.reject(text ?? "The area is not that under the curve of the scores given.", detail: "\(auc), not \(area)")
}

/// The curve where all samples at -0 come after those at 0.
func apartZeros() -> Curve {
    let order = problem.order.enumerated().sorted { left, right in
        let (a, b) = (problem.scores[left.element], problem.scores[right.element])
        if a == 0, b == 0, a.sign != b.sign { return a.sign == .plus }
        return left.offset < right.offset
    }.map(\.element)
    return problem.curve(order) { $0.bitPattern == $1.bitPattern }
}

validator.require(
    found.fpr.count == found.tpr.count, "There must be as many true positive rates as false positive rates.",
    detail: "\(found.fpr.count) and \(found.tpr.count)")
if !hasBoth {
    validator.require(
        close(found, ([0, 1], [0, 1])),
        "Where there is one class only, or none, the curve is that of the vertices (0, 0) and (1, 1).")
    validator.accept()
}
let curve = right.merged
let rates = curve.rates
if !close(found, rates) {
    let text = symptom([
        ("false positive rates and true positive rates are swapped", { close((found.tpr, found.fpr), rates) }),
        (
            "the curve runs from (1, 1) to (0, 0): it starts at (0, 0)",
            { close((found.fpr.reversed(), found.tpr.reversed()), rates) }
        ),
        (
            "the vertex (0, 0) is missing",
            {
                close(([0] + found.fpr, [0] + found.tpr), rates)
                    || close(([0] + found.fpr, [0] + found.tpr), right.rates)
            }
        ),
        ("the vertex (1, 1) is missing", { close((found.fpr + [1], found.tpr + [1]), rates) }),
        (
            "there is a vertex for each sample: samples of equal scores share one",
            {
                close(found, problem.singly.rates) || close(found, problem.singly.merged.rates)
                    || close(found, problem.singlyReversed.rates) || close(found, problem.singlyReversed.merged.rates)
            }
        ),
        ("vertices where the curve goes straight on are kept: they are left out", { close(found, right.rates) }),
        (
            "vertices are left out only between steps of equal length: every vertex where the curve goes straight on is left out",
            { close(found, right.mergedWhereEqual.rates) }
        ),
        (
            "vertices where the curve bends inwards are left out: only those where it goes straight on are",
            { close(found, right.hull.rates) }
        ),
        (
            "0 and -0 are different scores: they are equal",
            {
                close(found, problem.curve(problem.order) { $0.bitPattern == $1.bitPattern }.merged.rates)
                    || close(found, apartZeros().merged.rates)
            }
        ),
        (
            "some vertices where the curve goes straight on are kept: decide by integer counts, as rates are rounded",
            { isSubsequence(rates, of: found) && isSubsequence(found, of: right.rates) }
        ),
        (
            "some vertices where the curve turns are left out: decide by integer counts, without a tolerance",
            { isSubsequence(found, of: rates) }
        ),
    ])
    validator.reject(
        text ?? "The vertices are not those of the curve.",
        detail: "\(found.fpr.count) vertices, not \(rates.fpr.count)")
}
validator.accept()

/// Whether the vertices `some` are among `all`, in the same order.
func isSubsequence(_ some: (fpr: [Double], tpr: [Double]), of all: (fpr: [Double], tpr: [Double])) -> Bool {
    var place = 0
    for index in some.fpr.indices {
        while place < all.fpr.count,
            !(isClose(some.fpr[index], all.fpr[place]) && isClose(some.tpr[index], all.tpr[place]))
        { place += 1 }
        if place == all.fpr.count { return false }
        place += 1
    }
    return true
}
