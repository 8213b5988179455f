import ChallengeKit
import Glibc

// Each output is compared with this validator's own, relative to what it averages. With the values of the keys that query i sees,
//
//     |o_ic - o*_ic| <= 1e-8 max_j |value_jc|,
//
// so a query that sees no key must have exact zeros. Why 1e-8: for each pair the sum of |query * key| / sqrt(d) is at most 2e4
// (the input validator checks it), and d at most 512, so a score, added in any order, is off by at most 512 * 1.1e-16 * 2e4 = 1.1e-9,
// and with it a weight, relatively. In practice it is a hundredth of that. `Float` is off by 1e-7 and more.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-8

/// One input of attention, with the plain dot products of all pairs.
struct Problem {
    let queries: [[Double]]
    let keys: [[Double]]
    let values: [[Double]]
    let keyMask: [Bool]
    let isCausal: Bool
    let products: [[Double]]

    init(_ input: inout Reader) {
        queries = input.matrix("queries")
        let keys = input.matrix("keys")
        self.keys = keys
        values = input.matrix("values")
        keyMask = input.intList("the key mask").map { $0 == 1 }
        isCausal = input.int("whether it is causal") == 1
        input.end()
        products = queries.map { query in keys.map { key in Self.dot(query, key) } }
    }

    var q: Int { queries.count }
    var n: Int { keys.count }
    var d: Int { keys[0].count }
    var v: Int { values[0].count }

    /// Whether query `i` sees key `j`.
    func sees(_ i: Int, _ j: Int) -> Bool { keyMask[j] && (!isCausal || j <= i + n - q) }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for index in left.indices { sum += left[index] * right[index] }
        return sum
    }

    /// Softmax of scores; of none it is none.
    static func softmax(_ scores: [Double]) -> [Double] {
        let largest = scores.max() ?? 0
        let powers = scores.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// Values weighted by `weights`, one for each key.
    func mean(_ weights: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: v)
        for (weight, value) in zip(weights, values) where weight != 0 {
            for column in 0..<v { result[column] += weight * value[column] }
        }
        return result
    }

    /// The output for query `i`, with another scale than asked for where it is given.
    func row(_ i: Int, scale: Double? = nil) -> [Double] { row(i, scale: scale) { sees($0, $1) } }

    /// The output for query `i`, with another mask.
    func row(_ i: Int, scale: Double? = nil, sees: (Int, Int) -> Bool) -> [Double] {
        let scale = scale ?? 1 / Double(d).squareRoot()
        let seen = (0..<n).filter { sees(i, $0) }
        var weights = [Double](repeating: 0, count: n)
        for (key, weight) in zip(seen, Self.softmax(seen.map { scale * products[i][$0] })) { weights[key] = weight }
        return mean(weights)
    }

    /// The largest magnitude of each column of the values that query `i` sees.
    func sizes(_ i: Int) -> [Double] {
        var sizes = [Double](repeating: 0, count: v)
        for j in 0..<n where sees(i, j) {
            for column in 0..<v { sizes[column] = max(sizes[column], abs(values[j][column])) }
        }
        return sizes
    }
}

/// The largest difference of two rows, in units of `sizes`; infinite where the size is 0 and they differ.
func difference(_ found: [Double], _ wanted: [Double], sizes: [Double]) -> Double {
    var largest = 0.0
    for column in sizes.indices where found[column] != wanted[column] {
        let error = abs(found[column] - wanted[column]) / sizes[column]
        if !(error <= largest) { largest = error.isNaN ? .infinity : error }
    }
    return largest
}

/// A wrong output, and the mistakes that may have led to it.
struct Explanation {
    let problem: Problem
    let found: [[Double]]
    let sizes: [Double]
    /// Queries that are looked at: the wrong ones first, and not all of a large case.
    let rows: [Int]
    let wrong: Set<Int>
    let root: Double

    init(_ problem: Problem, _ found: [[Double]], wrong: [Int]) {
        self.problem = problem
        self.found = found
        // Mistakes mix in values that are not seen, so all of them count here.
        sizes = (0..<problem.v).map { column in problem.values.reduce(0) { max($0, abs($1[column])) } }
        let budget = max(4, 2_000_000 / (problem.n * (problem.v + 16)))
        self.wrong = Set(wrong)
        let right = Set(0..<problem.q).subtracting(wrong).sorted()
        rows = Array(wrong.prefix(budget) + right.prefix(budget))
        root = Double(problem.d).squareRoot()
    }

    /// Whether all rows are those that `row` gives.
    func fits(_ row: (Int) -> [Double]) -> Bool {
        rows.allSatisfy { difference(found[$0], row($0), sizes: sizes) <= 1e-9 }
    }

    func fits(scale: Double) -> Bool { fits { problem.row($0, scale: scale) } }

    /// Whether all rows are those of another mask. What it leaves of a query that sees nothing may be anything, but it must
    /// explain a wrong row.
    func fits(sees: (Int, Int) -> Bool) -> Bool {
        var explains = false
        return fits { i in
            guard (0..<problem.n).contains(where: { sees(i, $0) }) else { return found[i] }
            if wrong.contains(i) { explains = true }
            return problem.row(i, sees: sees)
        } && explains
    }

    /// Whether all rows are those of the scores that `score` gives to a pair.
    func fits(score: (Int, Int) -> Double) -> Bool {
        fits { i in problem.mean(Problem.softmax((0..<problem.n).map { score(i, $0) })) }
    }

    func message() -> String { scaling() ?? masking() ?? alignment() ?? softmax() ?? general() }

    private func scaling() -> String? {
        let rule = "scores must be divided by the square root of the width of the keys"
        let isScaled = problem.d > 1
        if isScaled, fits(scale: 1) { return "It looks as if scores are not scaled: \(rule)." }
        if isScaled, fits(scale: 1 / Double(problem.d)) {
            return "It looks as if scores are divided by the width of the keys: \(rule)."
        }
        if isScaled, fits(scale: root) { return "It looks as if scores are multiplied by the square root: \(rule)." }
        if problem.v != problem.d, fits(scale: 1 / Double(problem.v).squareRoot()) {
            return "It looks as if scores are divided by the square root of the width of the values: \(rule)."
        }
        if problem.n != problem.d, fits(scale: 1 / Double(problem.n).squareRoot()) {
            return "It looks as if scores are divided by the square root of the number of keys: \(rule)."
        }
        return nil
    }

    private func masking() -> String? {
        let problem = problem
        let n = problem.n
        let rule = "only the keys that a query sees take part in its softmax"
        let isBlind = rows.filter { i in !(0..<n).contains { problem.sees(i, $0) } }
        if !isBlind.isEmpty,
            Set(isBlind).isSuperset(
                of: rows.filter { i in
                    difference(found[i], problem.row(i), sizes: problem.sizes(i)) > tolerance
                })
        {
            return "It looks as if a query that sees no key gets something else than zeros."
        }
        if fits({ i in
            let weights = Problem.softmax(problem.products[i].map { $0 / root })
            return problem.mean(weights.indices.map { problem.sees(i, $0) ? weights[$0] : 0 })
        }) {
            return "It looks as if weights are masked after the softmax, and no longer sum to 1: \(rule)."
        }
        if fits(score: { problem.sees($0, $1) ? problem.products[$0][$1] / root : 0 }) {
            return "It looks as if the scores of masked keys are 0, which has a weight like any other score: \(rule)."
        }
        for number in [1e2, 1e3, 1e4]
        where fits(score: { problem.products[$0][$1] / root - (problem.sees($0, $1) ? 0 : number) }) {
            return "It looks as if a number is subtracted from masked scores that is not large enough: \(rule)."
        }
        if fits(sees: { _, _ in true }) { return "It looks as if no mask is applied: \(rule)." }
        if problem.isCausal, fits(sees: { i, j in problem.keyMask[j] }) {
            return "It looks as if the causal mask is not applied: \(rule)."
        }
        if fits(sees: { i, j in !problem.isCausal || j <= i + n - problem.q }) {
            return "It looks as if the key mask is not applied: \(rule)."
        }
        if fits(sees: { i, j in !problem.keyMask[j] && (!problem.isCausal || j <= i + n - problem.q) }) {
            return "It looks as if the key mask is taken the wrong way round: true is a key that can be seen."
        }
        if problem.isCausal, fits(sees: { i, j in problem.keyMask[j] || j <= i + n - problem.q }) {
            return "It looks as if a key is seen that only one of the two masks lets through: both must."
        }
        return nil
    }

    private func alignment() -> String? {
        guard problem.isCausal else { return nil }
        let problem = problem
        let shift = problem.n - problem.q
        let rule = "query i sees the keys up to i + n - q, so that the last query sees up to the last key"
        if fits(sees: { problem.keyMask[$1] && $1 <= $0 }) {
            return "It looks as if the causal mask is aligned at the first key: \(rule)."
        }
        if fits(sees: { problem.keyMask[$1] && $1 < $0 + shift }) {
            return "It looks as if a causal query does not see its own key: \(rule)."
        }
        if fits(sees: { problem.keyMask[$1] && $1 <= $0 + shift + 1 }) {
            return "It looks as if a causal query sees one key too many: \(rule)."
        }
        if fits(sees: { problem.keyMask[$1] && $1 >= $0 + shift }) {
            return "It looks as if the causal mask hides the past and not the future: \(rule)."
        }
        return nil
    }

    private func softmax() -> String? {
        let problem = problem
        if fits({ i in
            let seen = (0..<problem.n).filter { problem.sees(i, $0) }
            guard let best = seen.max(by: { problem.products[i][$0] < problem.products[i][$1] }) else {
                return found[i]
            }
            return problem.values[best]
        }) {
            return
                "It looks as if each query gets the value of its best key: values must be averaged with the weights of softmax."
        }
        if let first = rows.first, problem.q > 1 {
            // One row is enough: each needs the scores of all queries.
            let weights = (0..<problem.n).map { j -> Double in
                let seeing = (0..<problem.q).filter { problem.sees($0, j) }
                guard let place = seeing.firstIndex(of: first) else { return 0 }
                return Problem.softmax(seeing.map { problem.products[$0][j] / root })[place]
            }
            if difference(found[first], problem.mean(weights), sizes: sizes) <= 1e-9 {
                return
                    "It looks as if softmax runs over the queries: the weights of each query must sum to 1, not those of each key."
            }
        }
        return nil
    }

    private func general() -> String {
        var isFloat = true
        for i in rows {
            let sizes = problem.sizes(i)
            if difference(found[i], problem.row(i), sizes: sizes) > 1e-3 { isFloat = false }
            for column in sizes.indices where abs(found[i][column]) > sizes[column] * 1.000001 {
                return "An output is larger in magnitude than all values that it is the mean of: weights must sum to 1."
            }
        }
        return isFloat
            ? "It looks as if digits are lost, as in Float: all must be computed in Double."
            : "An output is not the mean of the values, weighted by the softmax of the scaled scores that the query sees."
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let expected = (0..<problem.q).map { problem.row($0) }

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    let answer = validator.answer.matrix("the answer")
    validator.answer.end()
    if answer.map(\.count) != expected.map(\.count) { validator.answer.fail("this is not of the right shape") }
    for i in 0..<problem.q where difference(answer[i], expected[i], sizes: problem.sizes(i)) > tolerance {
        validator.answer.fail("row \(i) is not right")
    }
}

let rows = validator.output.int("the number of rows")
let columns = validator.output.int("the number of columns")
validator.require(
    rows == problem.q && (rows == 0 || columns == problem.v),
    "There must be one row for each query, and in each as many numbers as a value has.",
    detail: "\(rows) rows of \(columns)")
var found: [[Double]] = []
for i in 0..<rows {
    var row: [Double] = []
    for _ in 0..<columns {
        var probe = validator.output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word("a number")) {
            if !(0..<problem.n).contains(where: { problem.sees(i, $0) }) {
                validator.reject(
                    "It looks as if 0 is divided by 0 for a query that sees no key: it must get zeros.",
                    detail: "row \(i)")
            }
            validator.reject(
                "An output is not finite: it looks as if exp overflows, or all powers of a query become 0; subtract the largest score of"
                    + " the keys that the query itself sees.", detail: "row \(i)")
        }
        row.append(validator.output.double("a number"))
    }
    found.append(row)
}

let errors = (0..<rows).map { difference(found[$0], expected[$0], sizes: problem.sizes($0)) }
let worst = errors.max() ?? 0
if worst.isFinite { validator.metric("max_error", worst) }
if worst > tolerance {
    let wrong = errors.indices.filter { errors[$0] > tolerance }
    validator.reject(
        Explanation(problem, found, wrong: wrong).message(),
        detail: "\(wrong.count) of \(rows) rows are off, at most by \(worst)")
}
validator.accept()
