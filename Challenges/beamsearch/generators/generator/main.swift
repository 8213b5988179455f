import ChallengeKit
import Glibc

let families = ["random", "ties", "level", "early", "late", "rising", "trap", "long", "deep"]
let arguments = GeneratorArguments()
guard families.contains(arguments.family) else { arguments.unknownFamily(known: families) }

/// One input of beam search.
struct Problem {
    var start: [Double]
    var transitions: [[Double]]
    let end: Int
    let steps: Int
    let width: Int
    var exponent: Double

    var n: Int { start.count }

    func print() {
        var writer = Writer()
        writer.line(n)
        writer.line(start)
        for row in transitions { writer.line(row) }
        writer.line(end)
        writer.line(steps)
        writer.line(width)
        writer.line(exponent)
        writer.print()
    }
}

/// To a 64th, or finer: sums stay exact. No zero has a sign.
func rounded(_ value: Double, to parts: Double = 64) -> Double { 0 + min(0, (value * parts).rounded() / parts) }

/// Logarithms of softmax of normal logits, `bias` added to that of `end`.
func softmaxRow(_ n: Int, end: Int, scale: Double, bias: Double, using random: inout Random) -> [Double] {
    let logits = (0..<n).map { scale * random.normal() + ($0 == end ? bias : 0) }
    let largest = logits.max()!
    let normaliser = largest + log(logits.reduce(0) { $0 + exp($1 - largest) })
    return logits.map { rounded($0 - normaliser) }
}

func draw(using random: inout Random) -> Problem {
    let n = arguments.int("n")
    let end = random.int(0...(n - 1))
    /// Two decimals, away from 0, 0.5 and 1: lengths have different powers, and none that are multiples of each other.
    func someExponent() -> Double { Double([37, 43, 57, 63, 71, 77, 83][random.int(0...6)]) / 100 }
    var problem = Problem(
        start: [], transitions: [], end: end, steps: arguments.int("steps"), width: arguments.int("width"),
        exponent: someExponent())

    func softmaxRows(scale: Double, bias: Double) {
        problem.start = softmaxRow(n, end: end, scale: scale, bias: bias, using: &random)
        problem.transitions = (0..<n).map { _ in softmaxRow(n, end: end, scale: scale, bias: bias, using: &random) }
    }
    func integers(_ range: ClosedRange<Int>) {
        problem.start = (0..<n).map { _ in Double(random.int(range)) }
        problem.transitions = (0..<n).map { _ in (0..<n).map { _ in Double(random.int(range)) } }
    }

    switch arguments.family {
    case "random": softmaxRows(scale: 1.5, bias: 0.7)
    case "ties": integers(-3 ... -1)
    case "level":
        integers(-3 ... -1)
        problem.exponent = 0
    case "early": softmaxRows(scale: 1, bias: 3)
    case "late":
        // An end costs so much that none is ever kept, unless there is nothing else.
        softmaxRows(scale: 1.5, bias: 0)
        problem.start[end] = -900
        for row in 0..<n { problem.transitions[row][end] = -900 }
    case "rising":
        // Later tokens are better, whatever came before, so that nearly every candidate of a row is the best so far.
        let steps = (0..<n).map { _ in random.uniform(0.1, 1) }
        let sums = steps.reduce(into: [0.0]) { $0.append($0.last! + $1) }
        problem.start = (0..<n).map { rounded(sums[$0] - sums[n]) }
        problem.transitions = (0..<n).map { _ in
            let shift = random.uniform(-0.3, 0)
            return (0..<n).map { rounded(sums[$0] - sums[n] + shift) }
        }
        // Some of those that would be last end.
        let price = rounded(sums[max(0, n - 3)] - sums[n] - 0.4)
        problem.start[end] = price
        for row in 0..<n { problem.transitions[row][end] = price }
    case "trap":
        // What looks best at first has nothing but bad continuations, and the other way round.
        softmaxRows(scale: 0.6, bias: 0)
        let order = random.permutation(n).filter { $0 != end }
        for (place, token) in order.enumerated() {
            let quality = Double(place) / Double(max(1, order.count - 1))
            problem.start[token] = rounded(-0.5 - 1.5 * quality + 0.2 * random.normal())
            for next in 0..<n { problem.transitions[token][next] += rounded(-3 * (1 - quality)) }
        }
    case "long":
        // The start is dear, so that long sequences have the best means.
        softmaxRows(scale: 1, bias: 0)
        problem.start = problem.start.map { rounded($0 - 30) }
        problem.exponent = 1
        // Finer steps: fewer means of different lengths are equal.
        for row in 0..<n {
            problem.transitions[row] = problem.transitions[row].map {
                rounded($0 - random.uniform(0, 0.03), to: 1024)
            }
        }
    default:
        // Sums far below -745, where exp is 0.
        softmaxRows(scale: 2, bias: 0)
        for row in 0..<n { problem.transitions[row] = problem.transitions[row].map { $0 - 40 } }
        problem.exponent = 1
    }
    // What follows an end is never asked for; it would be the best of all.
    problem.transitions[end] = (0..<n).map { _ in rounded(random.uniform(-0.05, 0)) }
    return problem
}

/// What a step keeps: the largest sums, equal ones as they were added.
struct Best {
    let width: Int
    var all: [(sum: Double, place: Int, token: Int)] = []
    var added = 0
    var bar = -Double.infinity

    init(width: Int) { self.width = width }

    mutating func add(_ sum: Double, token: Int) {
        added += 1
        guard sum > bar else { return }
        all.append((sum, added, token))
        if all.count >= 2 * width { cut() }
    }

    mutating func cut() {
        all.sort { $0.sum != $1.sum ? $0.sum > $1.sum : $0.place < $1.place }
        if all.count >= width {
            all.removeLast(all.count - width)
            bar = all[width - 1].sum
        }
    }
}

/// Sums and lengths of all hypotheses that end, in the order in which they do.
func endings(_ problem: Problem) -> [(sum: Double, length: Int)] {
    var ended: [(sum: Double, length: Int)] = []
    var beam: [(sum: Double, token: Int)] = []
    for step in 1...problem.steps {
        var best = Best(width: problem.width)
        if step == 1 {
            for token in 0..<problem.n { best.add(problem.start[token], token: token) }
        }
        for hypothesis in beam {
            let row = problem.transitions[hypothesis.token]
            for token in row.indices { best.add(hypothesis.sum + row[token], token: token) }
        }
        best.cut()
        ended += best.all.filter { $0.token == problem.end }.map { ($0.sum, step) }
        beam = best.all.filter { $0.token != problem.end }.map { ($0.sum, $0.token) }
        if beam.isEmpty { break }
    }
    return ended + beam.map { ($0.sum, problem.steps) }
}

/// Whether no two scores that matter are so near to each other that rounding could turn them round.
func isClear(_ problem: Problem) -> Bool {
    let ended = endings(problem)
    let scores = ended.map { $0.sum / pow(Double($0.length), problem.exponent) }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    for (place, (one, other)) in zip(order, order.dropFirst()).enumerated() {
        let isTie =
            ended[one].sum == ended[other].sum
            && (ended[one].length == ended[other].length || problem.exponent == 0 || ended[one].sum == 0)
        if isTie { continue }
        // Ten times what the input validator asks for.
        if scores[one] - scores[other] < 1e-11 * -scores[other] { return false }
        if place >= problem.width { break }
    }
    return true
}

var random = Random(seed: arguments.seed)
var problem = draw(using: &random)
var tries = 1
while !isClear(problem) {
    guard tries < 300 else { fatalError("no input was found whose scores are apart") }
    problem = draw(using: &random)
    tries += 1
}
problem.print()
