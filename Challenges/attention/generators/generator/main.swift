import ChallengeKit
import Glibc

/// One input of attention.
struct Problem {
    var queries: [[Double]]
    var keys: [[Double]]
    var values: [[Double]]
    var keyMask: [Bool]
    var isCausal = false
    let d: Int

    /// Normal queries, keys and values; all keys are seen.
    ///
    /// Columns of values have means and scales of their own, so that averaging other keys shows in each of them.
    init(q: Int, n: Int, d: Int, v: Int, using random: inout Random) {
        self.d = d
        queries = (0..<q).map { _ in (0..<d).map { _ in rounded(1.2 * random.normal()) } }
        keys = (0..<n).map { _ in (0..<d).map { _ in rounded(1.2 * random.normal()) } }
        let scales = (0..<v).map { _ in exp(random.uniform(-1, 2)) }
        let means = scales.map { $0 * random.uniform(-2, 2) }
        values = (0..<n).map { _ in (0..<v).map { rounded(means[$0] + scales[$0] * random.normal()) } }
        keyMask = [Bool](repeating: true, count: n)
    }

    func print() {
        var writer = Writer()
        // Written by hand: without queries the width must still be there.
        writer.line([queries.count, d])
        for query in queries { writer.line(query) }
        writer.matrix(keys)
        writer.matrix(values)
        writer.line(keyMask.count)
        writer.line(keyMask.map { $0 ? 1 : 0 })
        writer.line(isCausal ? 1 : 0)
        writer.print()
    }
}

/// `value`, to four decimals: short numbers make short inputs.
func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// Hides about a third of the keys: never all, and of two or more at least one.
func hideSome(_ problem: inout Problem, using random: inout Random) {
    let n = problem.keys.count
    let order = random.permutation(n)
    for (place, key) in order.enumerated() where place > 0 {
        problem.keyMask[key] = place > 1 && random.uniform() < 0.65
    }
}

/// Hides the keys that the first query sees, and some others: that query, and maybe some after it, sees none.
func hideFirst(_ problem: inout Problem, using random: inout Random) {
    let n = problem.keys.count
    let first = max(0, n - problem.queries.count)
    for key in 0..<n { problem.keyMask[key] = key > first && random.uniform() < 0.7 }
    if n > first + 1 { problem.keyMask[n - 1] = true }
}

/// Scores of thousands. Queries point along one direction or against it, in turn; keys lie along it at different distances.
///
/// Along it scores of the keys that are seen are 4800 to 8000, against it -8000 to -4800; neighbours are so near to each
/// other that several keys have weights. Two keys are hidden whose scores would be above all others: one in each
/// direction. (With fewer than four keys none is hidden.)
func makeExtreme(_ problem: inout Problem, using random: inout Random) {
    let n = problem.keys.count
    let d = problem.d
    let root = Double(d).squareRoot()
    var direction = (0..<d).map { _ in random.normal() }
    let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
    direction = direction.map { $0 / length }
    var distances = (0..<n).map { _ in random.uniform(12, 20) }
    // The ends are in pairs and triples: the nearest to the largest score, in either direction, shares its weight.
    for (key, end) in [20, 19.9985, 19.997, 12, 12.001, 12.0025].enumerated() where key < n { distances[key] = end }
    let order = random.permutation(n)
    if n >= 4 {
        // Not those of the ends, unless there are no others.
        for (key, distance) in [(n - 1, 26.0), (n - 2, -20.0)] {
            distances[key] = distance
            problem.keyMask[order[key]] = false
        }
    }
    for key in 0..<n {
        problem.keys[order[key]] = direction.map { distances[key] * $0 }
    }
    for query in problem.queries.indices {
        let size = (query % 2 == 0 ? 1 : -1) * random.uniform(390, 400) * root
        problem.queries[query] = direction.map { size * $0 }
    }
}

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
var problem = Problem(
    q: arguments.int("q"), n: arguments.int("n"), d: arguments.int("d"), v: arguments.int("v"), using: &random)
switch arguments.family {
case "gaussian": break
case "causal": problem.isCausal = true
case "padded": hideSome(&problem, using: &random)
case "hidden": problem.keyMask = problem.keyMask.map { _ in false }
case "both":
    problem.isCausal = true
    hideFirst(&problem, using: &random)
case "extreme": makeExtreme(&problem, using: &random)
default: arguments.unknownFamily(known: ["gaussian", "causal", "padded", "hidden", "both", "extreme"])
}
problem.print()
