import ChallengeKit
import Glibc

/// What a step keeps: the largest `width` sums in rising order of their negatives, equal ones as they were added.
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
func endings(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int
) -> [(sum: Double, length: Int)] {
    var ended: [(sum: Double, length: Int)] = []
    var beam: [(sum: Double, token: Int)] = []
    for step in 1...steps {
        var best = Best(width: width)
        if step == 1 {
            for token in start.indices { best.add(start[token], token: token) }
        }
        for hypothesis in beam {
            let row = transitions[hypothesis.token]
            for token in row.indices { best.add(hypothesis.sum + row[token], token: token) }
        }
        best.cut()
        ended += best.all.filter { $0.token == end }.map { ($0.sum, step) }
        beam = best.all.filter { $0.token != end }.map { ($0.sum, $0.token) }
        if beam.isEmpty { break }
    }
    return ended + beam.map { ($0.sum, steps) }
}

/// `count` log-probabilities whose sums are exact.
func logProbabilities(_ count: Int, _ what: String, in input: inout Reader) -> [Double] {
    let values = input.doubles(count: count, what)
    for value in values {
        if value > 0 || value < -1000 { input.fail("expected \(what) between -1000 and 0, found \(value)") }
        if (value * 1024).rounded() != value * 1024 {
            input.fail("expected \(what), a multiple of 1/1024, found \(value)")
        }
    }
    return values
}

validateInput { input in
    let n = input.int("the number of tokens", in: 1...1000)
    let start = logProbabilities(n, "a number of start", in: &input)
    let transitions = (0..<n).map { _ in logProbabilities(n, "a transition", in: &input) }
    let end = input.int("end", in: 0...(n - 1))
    let steps = input.int("steps", in: 1...20_000)
    let width = input.int("width", in: 1...5000)
    let exponent = input.double("lengthExponent")
    if exponent < 0 || exponent > 2 { input.fail("lengthExponent must be between 0 and 2") }
    if steps * width > 1_000_000 { input.fail("steps * width must be at most 1e6") }
    if steps * width * n > 20_000_000 { input.fail("steps * width * n must be at most 2e7") }

    // No two scores that matter are so near to each other that rounding could turn them round.
    let ended = endings(start: start, transitions: transitions, end: end, steps: steps, width: width)
    let scores = ended.map { $0.sum / pow(Double($0.length), exponent) }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    for (place, (one, other)) in zip(order, order.dropFirst()).enumerated() {
        let isTie =
            ended[one].sum == ended[other].sum
            && (ended[one].length == ended[other].length || exponent == 0 || ended[one].sum == 0)
        if isTie { continue }
        if scores[one] - scores[other] < 1e-12 * -scores[other] {
            input.fail("scores of different lengths must not be nearly equal")
        }
        if place >= width { break }
    }
}
