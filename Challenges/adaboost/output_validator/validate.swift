import ChallengeKit
import Glibc

// The rounds of the output are replayed: after each stump the weights follow from it by the statement's formula. A stump must be
// within 1e-8 of the best error of its round, at a threshold midway up to a millionth of its gap, with an alpha that is right up
// to 1e-8. Where no error lies between 1e-11 and 1e-7 above the best, it must be the first of the equal ones as well, and
// boosting must stop exactly where it should, unless the best error is between 1e-12 and 1e-6 below 1/2.
//
// Why that is fair: an error is a sum of at most 20000 weights, off by 2e-12 at the very worst and by some 1e-14 in practice, in
// whatever order it is added up; and the input validator keeps the errors themselves above 1e-5, so an alpha is off by some
// 1e-10. Where rounding might decide between stumps, either is accepted, and the rounds that follow are those of the one chosen.
// Why it is strict enough: in single precision an alpha is off by some 1e-6.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
enum Tolerance {
    static let alpha = 1e-8
    static let place = 1e-6
    static let best = 1e-8
    /// Errors this near are equal but for rounding; those further away than `apart` are not.
    static let equal = 1e-11
    static let apart = 1e-7
    static let surelyHalf = 1e-12
    static let surelyBelowHalf = 1e-6
}

/// What the statement says is equal.
let tie = 1e-9

struct Stump {
    var feature: Int
    var threshold: Double
    var polarity: Int
    var alpha: Double
}

/// What a solution does; each property is as the statement asks at the start.
struct Habits {
    enum Tie { case first, last, lowestThreshold, lastFeature, lastThreshold }
    enum Place { case middle, low, high }
    enum Update { case all, wrongOnly, rightOnly, opposite, none, ignoringNegatives, doubled }
    enum Perfect { case one, left, clippedOnce, clippedAgain, oneAgain, zero }
    enum Half { case stops, goesOn, stopsAfter }
    enum Features { case all, notLast, notFirst, unused, unusedStumps, onlyFirst }
    enum Opposite { case rest, oneMinus }
    enum Logarithm { case natural, two, ten }

    var tie = Tie.first
    var place = Place.middle
    var update = Update.all
    var perfect = Perfect.one
    var half = Half.stops
    var features = Features.all
    var opposite = Opposite.rest
    var logarithm = Logarithm.natural
    var factor = 0.5
    var sign = 1.0
    var polarities = [1, -1]
    var turnsPolarity = false
    var normalises = true
    var countsPoints = false
    var stopsWhenAllRight = false
    var roundsAdded = 0
    var carriesOver = false
    var separates: (Double, Double) -> Bool = { $0 != $1 }
    var unweightedAlpha = false
    var errorAsAlpha = false
}

/// A feature, sorted.
struct Column {
    let order: [Int]
    let values: [Double]

    init(_ column: [Double]) {
        order = column.indices.sorted { column[$0] < column[$1] }
        values = order.map { column[$0] }
    }

    /// The position of the first value above `threshold`, from 0 to n.
    func above(_ threshold: Double) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] <= threshold { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What the solution was given, once.
struct Task {
    let points: [[Double]]
    let labels: [Int]
    let rounds: Int
    let columns: [Column]

    init(_ reader: inout Reader) {
        let points = reader.matrix("points")
        self.points = points
        labels = reader.intList("labels")
        rounds = reader.int("rounds")
        columns = points[0].indices.map { feature in Column(points.map { $0[feature] }) }
    }

    var n: Int { points.count }
    var isConstant: Bool { columns.allSatisfy { $0.values[0] == $0.values[n - 1] } }

    func predicts(_ stump: Stump, _ point: Int) -> Int {
        points[point][stump.feature] > stump.threshold ? stump.polarity : -stump.polarity
    }

    // MARK: - Checking

    /// The errors of polarity 1 at all thresholds of a round, feature by feature; NaN between equal values.
    private func errors(_ weights: [Double], into errors: inout [Double]) {
        var changes = weights
        var start = 0.0
        for i in 0..<n where labels[i] < 0 {
            changes[i] = -weights[i]
            start += weights[i]
        }
        var place = 0
        for column in columns {
            var error = start
            column.order.withUnsafeBufferPointer { order in
                column.values.withUnsafeBufferPointer { values in
                    for position in 1..<max(n, 1) {
                        error += changes[order[position - 1]]
                        errors[place] = values[position - 1] == values[position] ? .nan : error
                        place += 1
                    }
                }
            }
        }
    }

    /// What is wrong with these stumps, in whatever they say first; `nil` where they are right.
    func fault(_ stumps: [Stump]) -> String? {
        var weights = [Double](repeating: 1 / Double(n), count: n)
        var errors = [Double](repeating: .nan, count: columns.count * (n - 1))
        var isPerfect = false
        if stumps.count > rounds { return "There are more stumps than rounds." }
        for (round, stump) in stumps.enumerated() {
            if isConstant { return "All points are equal, so there is no threshold and no stump." }
            if isPerfect { return "A stump without any error ends the boosting, but more stumps follow." }
            self.errors(weights, into: &errors)
            let (least, first, isClear) = best(errors)
            if least >= 0.5 - Tolerance.surelyHalf {
                return "Boosting goes on where the best error is 1/2: then it stops, without this stump."
            }
            guard columns.indices.contains(stump.feature) else {
                return "The feature of a stump is no column of the points."
            }
            guard abs(stump.polarity) == 1 else { return "A polarity must be 1 or -1." }
            let column = columns[stump.feature]
            let position = column.above(stump.threshold)
            guard position > 0, position < n else { return "A stump's threshold has no points on one side of it." }
            let (low, high) = (column.values[position - 1], column.values[position])
            guard abs(low + (high - low) / 2 - stump.threshold) <= Tolerance.place * (high - low) else {
                return "A threshold is not midway between neighbouring distinct values of its feature."
            }
            let place = stump.feature * (n - 1) + position - 1
            let error = stump.polarity == 1 ? errors[place] : 1 - errors[place]
            guard error <= least + Tolerance.best else {
                return round == 0
                    ? "The first stump is not one of least error."
                    : "The first stump is right, but a later one is not of least weighted error, given the stumps before it."
            }
            if isClear, place != first {
                return
                    "Another than the first of equally good stumps is taken; errors that differ by less than 1e-9 count as equal, "
                    + "and the lowest feature must win, then the lowest threshold."
            }
            isPerfect = least < tie
            let right = isPerfect ? 1 : 0.5 * log((1 - error) / error)
            guard abs(stump.alpha - right) <= Tolerance.alpha * max(1, right) else {
                if isPerfect { return "A stump without any error must have an alpha of 1." }
                return abs(stump.alpha - right) < 1e-4
                    ? "An alpha loses digits: compute in Double, and keep the weights normalised."
                    : "An alpha is not right for its stump's weighted error."
            }
            if isPerfect { continue }
            var total = 0.0
            let (up, down) = (exp(right), exp(-right))
            for i in 0..<n {
                weights[i] *= predicts(stump, i) == labels[i] ? down : up
                total += weights[i]
            }
            for i in 0..<n { weights[i] /= total }
        }
        if stumps.count == rounds || isConstant || isPerfect { return nil }
        self.errors(weights, into: &errors)
        let (least, _, _) = best(errors)
        if least >= 0.5 - Tolerance.surelyBelowHalf { return nil }
        return stumps.isEmpty
            ? "There is no stump, though the best one has an error below 1/2."
            : "Boosting stops too early: there are rounds left, and the best error is below 1/2 and not 0."
    }

    /// The least error of both polarities, the first place that has it but for rounding, and whether no other error is so near
    /// that rounding might decide.
    private func best(_ errors: [Double]) -> (least: Double, first: Int, isClear: Bool) {
        var least = Double.infinity
        for error in errors {
            // Comparisons with NaN are false.
            if error < least { least = error }
            if 1 - error < least { least = 1 - error }
        }
        var first = -1
        var isClear = true
        for (place, error) in errors.enumerated()
        where error <= least + Tolerance.apart || 1 - error <= least + Tolerance.apart {
            if min(error, 1 - error) > least + Tolerance.equal { isClear = false } else if first < 0 { first = place }
        }
        return (least, first, isClear)
    }

    // MARK: - Replaying mistakes

    /// The stumps of somebody with these habits; used only to name a mistake.
    func solved(_ habits: Habits) -> [Stump] {
        var weights = [Double](repeating: 1 / Double(n), count: n)
        var stumps: [Stump] = []
        var scores = [Double](repeating: 0, count: n)
        var used: Set<Int> = []
        var usedStumps: Set<[Int]> = []
        var carried = 0.0
        while stumps.count < rounds + habits.roundsAdded {
            let counted = habits.countsPoints ? weights.map { _ in 1 / Double(n) } : weights
            let total = counted.reduce(0, +)
            var start = 0.0
            for i in 0..<n where labels[i] < 0 { start += counted[i] }
            var found: (stump: Stump, error: Double, key: [Int])?
            for (feature, column) in columns.enumerated() {
                switch habits.features {
                case .notLast where feature == columns.count - 1: continue
                case .notFirst where feature == 0: continue
                case .onlyFirst where feature > 0: continue
                case .unused where used.contains(feature): continue
                default: break
                }
                var sum = habits.carriesOver && feature > 0 ? carried : start
                for position in 1..<max(n, 1) {
                    let point = column.order[position - 1]
                    sum += Double(labels[point]) * counted[point]
                    let (low, high) = (column.values[position - 1], column.values[position])
                    if !habits.separates(low, high) { continue }
                    for polarity in habits.polarities {
                        let key = [feature, position, polarity]
                        if habits.features == .unusedStumps, usedStumps.contains(key) { continue }
                        let rest = (habits.opposite == .rest ? total : 1) - sum
                        let error = polarity == 1 ? sum : rest
                        let threshold: Double
                        switch habits.place {
                        case .middle: threshold = low + (high - low) / 2
                        case .low: threshold = low
                        case .high: threshold = high
                        }
                        if let found, !isBetter(error, threshold, feature, than: found.error, found.stump, habits.tie) {
                            continue
                        }
                        found = (
                            Stump(feature: feature, threshold: threshold, polarity: polarity, alpha: 0), error, key
                        )
                    }
                }
                carried = sum + Double(labels[column.order[n - 1]]) * counted[column.order[n - 1]]
            }
            guard let (chosen, least, key) = found else { break }
            var (stump, error) = (chosen, least)
            used.insert(stump.feature)
            usedStumps.insert(key)
            if error >= 0.5 - tie, habits.half == .stops { break }
            let isPerfect = error < tie
            if isPerfect, habits.perfect == .left { break }
            if isPerfect, ![.one, .oneAgain, .zero].contains(habits.perfect) { error = 1e-10 }
            stump.alpha = habits.sign * habits.factor * log((1 - error) / error)
            if habits.unweightedAlpha {
                let wrong = Double(points.indices.count { predicts(stump, $0) != labels[$0] }) / Double(n)
                stump.alpha = 0.5 * log((1 - wrong) / wrong)
            }
            switch habits.logarithm {
            case .natural: break
            case .two: stump.alpha /= log(2)
            case .ten: stump.alpha /= log(10)
            }
            // What is said of a stump without any error holds whatever the formula.
            if isPerfect, [.one, .oneAgain].contains(habits.perfect) { stump.alpha = 1 }
            if isPerfect, habits.perfect == .zero { stump.alpha = 0 }
            if habits.errorAsAlpha { stump.alpha = 1 - error }
            var sum = 0.0
            var wrong = 0
            for i in 0..<n {
                let prediction = predicts(stump, i)
                let isRight = prediction == labels[i]
                let move = isRight ? -stump.alpha : stump.alpha
                switch habits.update {
                case .all: weights[i] *= exp(move)
                case .doubled: weights[i] *= exp(2 * move)
                case .wrongOnly: weights[i] *= isRight ? 1 : exp(move)
                case .rightOnly: weights[i] *= isRight ? exp(move) : 1
                case .opposite: weights[i] *= exp(-move)
                case .ignoringNegatives: weights[i] *= labels[i] < 0 ? 1 : exp(move)
                case .none: break
                }
                sum += weights[i]
                scores[i] += stump.alpha * Double(prediction)
                if scores[i] * Double(labels[i]) <= 0 { wrong += 1 }
            }
            if habits.normalises { for i in 0..<n { weights[i] /= sum } }
            if habits.turnsPolarity { stump.polarity *= -1 }
            stumps.append(stump)
            if isPerfect, ![.clippedAgain, .oneAgain].contains(habits.perfect) { break }
            if error >= 0.5 - tie, habits.half == .stopsAfter { break }
            if habits.stopsWhenAllRight, wrong == 0 { break }
        }
        return stumps
    }

    private func isBetter(
        _ error: Double, _ threshold: Double, _ feature: Int, than other: Double, _ stump: Stump, _ rule: Habits.Tie
    ) -> Bool {
        if error < other - tie { return true }
        if error > other + tie || error.isNaN { return false }
        switch rule {
        case .first: return false
        case .last: return true
        case .lowestThreshold: return threshold < stump.threshold
        case .lastFeature: return feature > stump.feature
        case .lastThreshold: return feature == stump.feature
        }
    }

    /// Whether `found` is what somebody with these habits would have returned.
    func isExplained(by habits: Habits, _ found: [Stump]) -> Bool {
        let replayed = solved(habits)
        guard replayed.count == found.count else { return false }
        return zip(replayed, found).allSatisfy { one, other in
            let size = max(1e-3, abs(one.threshold))
            return one.feature == other.feature && one.polarity == other.polarity
                && abs(one.threshold - other.threshold) <= 1e-10 * size
                && abs(one.alpha - other.alpha) <= 1e-9 * max(1, abs(one.alpha))
        }
    }
}

/// Common mistakes, each with the sentence that names it.
let mistakes: [(symptom: String, change: (inout Habits) -> Void)] = [
    ("one round too many is made", { $0.roundsAdded = 1 }),
    ("one round too few is made", { $0.roundsAdded = -1 }),
    ("the factor 1/2 of alpha is missing", { $0.factor = 1 }),
    ("the factor 1/2 of alpha is missing", { ($0.factor, $0.update) = (1, .wrongOnly) }),
    ("the factor 1/2 of alpha is missing", { ($0.factor, $0.update) = (1, .rightOnly) }),
    ("alpha has the wrong sign: a stump that is better than chance has a positive one", { $0.sign = -1 }),
    (
        "alpha has the wrong sign: a stump that is better than chance has a positive one",
        { ($0.sign, $0.update) = (-1, .opposite) }
    ),
    ("alpha is taken with the logarithm to base 2: it is the natural one", { $0.logarithm = .two }),
    ("alpha is taken with the logarithm to base 10: it is the natural one", { $0.logarithm = .ten }),
    ("alpha is the share of right predictions: it is half the logarithm of the odds", { $0.errorAsAlpha = true }),
    ("alpha is computed from the unweighted error", { $0.unweightedAlpha = true }),
    ("weights are not normalised after a round: they must add up to 1", { $0.normalises = false }),
    (
        "weights are not normalised after a round: they must add up to 1",
        { ($0.normalises, $0.opposite) = (false, .oneMinus) }
    ),
    ("errors are not weighted: each point counts by its weight", { $0.countsPoints = true }),
    ("errors are not weighted: each point counts by its weight", { $0.update = .none }),
    (
        "weights move the wrong way: those of misclassified points must grow, those of the others shrink",
        { $0.update = .opposite }
    ),
    (
        "only the weights of misclassified points change: the others must shrink by the same factor",
        { $0.update = .wrongOnly }
    ),
    (
        "only the weights of well classified points change: the others must grow by the same factor",
        { $0.update = .rightOnly }
    ),
    ("weights change by the square of the right factor: it is exp(alpha), not exp(2 alpha)", { $0.update = .doubled }),
    (
        "the weights of points with label -1 never change: labels are -1 and 1, not 0 and 1",
        { $0.update = .ignoringNegatives }
    ),
    ("polarity -1 is never tried", { $0.polarities = [1] }),
    ("polarity 1 is never tried", { $0.polarities = [-1] }),
    (
        "polarities are the other way round: polarity is what a stump predicts above its threshold",
        { $0.turnsPolarity = true }
    ),
    ("a threshold is one of the values: it must be midway between neighbours", { $0.place = .low }),
    ("a threshold is one of the values: it must be midway between neighbours", { $0.place = .high }),
    ("a threshold goes between points of equal value: they must stay together", { $0.separates = { _, _ in true } }),
    (
        "values that differ count as equal: they must be compared without a tolerance",
        { $0.separates = { $1 - $0 > 1e-9 } }
    ),
    (
        "values that differ count as equal: they must be compared without a tolerance",
        { $0.separates = { $1 - $0 > 1e-6 } }
    ),
    ("values lose digits in Float: they must be compared in Double", { $0.separates = { Float($0) != Float($1) } }),
    (
        "the last of equally good stumps is taken: errors that differ by less than 1e-9 count as equal, and the lowest feature must win, "
            + "then the lowest threshold", { $0.tie = .last }
    ),
    (
        "of equally good stumps that of the last feature is taken: the lowest feature must win",
        { $0.tie = .lastFeature }
    ),
    (
        "of equally good stumps of a feature that with the highest threshold is taken: the lowest must win",
        { $0.tie = .lastThreshold }
    ),
    ("the lowest threshold of all features wins a tie: the lowest feature comes first", { $0.tie = .lowestThreshold }),
    ("the last feature is left out: all must be tried", { $0.features = .notLast }),
    ("the first feature is left out: all must be tried", { $0.features = .notFirst }),
    ("only the first feature is tried", { $0.features = .onlyFirst }),
    ("a feature is used only once: every round tries all of them", { $0.features = .unused }),
    ("a stump is used only once: every round tries all of them", { $0.features = .unusedStumps }),
    ("the sums of one feature are carried over to the next", { $0.carriesOver = true }),
    (
        "boosting goes on after a stump without any error: that one is the last, and its alpha is 1",
        { $0.perfect = .clippedAgain }
    ),
    (
        "boosting goes on after a stump without any error: that one is the last, and its alpha is 1",
        { $0.perfect = .oneAgain }
    ),
    ("a stump without any error is left out: it is the last one, and its alpha is 1", { $0.perfect = .left }),
    ("the alpha of a stump without any error is 0: it must be 1", { $0.perfect = .zero }),
    ("boosting goes on where the best error is 1/2: then it stops, without this stump", { $0.half = .goesOn }),
    ("a stump of error 1/2 is returned before boosting stops: it must be left out", { $0.half = .stopsAfter }),
    (
        "boosting stops as soon as the vote is right for all points: it goes on until the rounds are over",
        { $0.stopsWhenAllRight = true }
    ),
]

/// The message for a wrong output: the mistake that explains all of it, or what is wrong whatever led there.
func explain(_ tasks: [Task], _ found: [[Stump]], fault: String) -> String {
    // Explaining replays everything for each mistake, so it is for small cases.
    let work = tasks.reduce(0) { $0 + $1.n * $1.columns.count * ($1.rounds + 1) }
    guard work <= 1_000_000 else { return fault }
    for (symptom, change) in mistakes {
        var habits = Habits()
        change(&habits)
        if zip(tasks, found).allSatisfy({ $0.isExplained(by: habits, $1) }) { return "It looks as if \(symptom)." }
    }
    return fault
}

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number(_ what: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
            reject("There is \(what) that is not finite: mind a stump without any error, whose alpha is 1.")
        }
        return output.double(what)
    }

    mutating func stumps() -> [Stump] {
        let count = output.int("the number of stumps", in: 0...1_000_000)
        var stumps: [Stump] = []
        for _ in 0..<count {
            let feature = output.int("a feature")
            let polarity = output.int("a polarity")
            let threshold = number("a threshold")
            stumps.append(Stump(feature: feature, threshold: threshold, polarity: polarity, alpha: number("an alpha")))
        }
        return stumps
    }
}

/// One answer as the harness writes it.
func readStumps(_ reader: inout Reader) -> [Stump] {
    (0..<reader.int("the number of stumps", in: 0...1_000_000)).map { _ in
        let feature = reader.int("a feature")
        let polarity = reader.int("a polarity")
        let threshold = reader.double("a threshold")
        return Stump(feature: feature, threshold: threshold, polarity: polarity, alpha: reader.double("an alpha"))
    }
}

var validator = OutputValidator()
let tasks = (0..<validator.input.int("the number of tasks")).map { _ in Task(&validator.input) }

// The answer file is the model solution's; a wrong one is the challenge's fault.
for (index, task) in tasks.enumerated() {
    if let fault = task.fault(readStumps(&validator.answer)) { validator.answer.fail("task \(index + 1): \(fault)") }
}
validator.answer.end()

let found = tasks.map { _ in validator.stumps() }
for (index, task) in tasks.enumerated() {
    if let fault = task.fault(found[index]) {
        validator.reject(explain(tasks, found, fault: fault), detail: "task \(index + 1): \(fault)")
    }
}
validator.accept()
