import ChallengeKit

/// Scored samples.
struct Samples {
    var scores: [Double] = []
    var labels: [Int] = []

    mutating func add(_ score: Double, _ label: Int) {
        scores.append(score)
        labels.append(label)
    }

    /// Both classes occur: where one does not, the first sample changes sides.
    func withBothClasses() -> Samples {
        guard labels.count >= 2, let first = labels.first, labels.allSatisfy({ $0 == first }) else { return self }
        var samples = self
        samples.labels[0] = 1 - first
        return samples
    }

    func reordered(_ order: [Int]) -> Samples {
        Samples(scores: order.map { scores[$0] }, labels: order.map { labels[$0] })
    }

    func shuffled(_ random: inout Random) -> Samples { reordered(random.permutation(scores.count)) }
}

/// Keeps five decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }

/// Normal scores of either class, those of positives `shift` higher; logits rather than probabilities.
func overlapping(_ n: Int, shift: Double, _ random: inout Random) -> Samples {
    let share = random.uniform(0.3, 0.6)
    var samples = Samples()
    for _ in 0..<n {
        let label = random.uniform() < share ? 1 : 0
        samples.add(shortened(2 * random.normal() + (label == 1 ? shift : 0)), label)
    }
    return samples.withBothClasses()
}

/// Few different scores, each shared by samples of both classes. Zero is written with either sign.
func coarse(_ n: Int, _ random: inout Random) -> Samples {
    var samples = Samples()
    for _ in 0..<n {
        let label = random.uniform() < 0.4 ? 1 : 0
        let level = (3 * random.normal() + Double(2 * label)).rounded() / 8
        samples.add(level == 0 ? (random.uniform() < 0.5 ? 0 : -0.0) : level, label)
    }
    // Positive samples at -0 and negative ones at 0, whatever the seed: taking the two zeros apart must matter.
    for index in 0..<min(n / 8, 10) {
        samples.scores[index] = index % 2 == 0 ? 0 : -0.0
        samples.labels[index] = index % 2
    }
    return samples.withBothClasses().shuffled(&random)
}

/// Runs of scores in which positives and negatives stand in one ratio, in groups of different sizes: the curve goes
/// straight over several scores, and turns between the runs. About `n` samples.
func straight(_ n: Int, _ random: inout Random) -> Samples {
    let directions = [(1, 1), (2, 1), (1, 2), (3, 1), (1, 3), (3, 2), (2, 3), (5, 3), (0, 1), (1, 0)]
    var samples = Samples()
    var score = Double(n)
    var last = -1
    while samples.scores.count < n {
        var choice = random.int(0...directions.count - 1)
        while choice == last { choice = random.int(0...directions.count - 1) }
        last = choice
        for _ in 0..<random.int(2...6) where samples.scores.count < n {
            let size = random.int(1...4)
            for _ in 0..<size * directions[choice].0 { samples.add(score, 0) }
            for _ in 0..<size * directions[choice].1 { samples.add(score, 1) }
            score -= Double(random.int(1...3))
        }
    }
    return samples.withBothClasses().shuffled(&random)
}

/// Groups of about a hundred negatives and one positive more, so that the curve turns by hardly anything at each score.
func bending(_ n: Int, _ random: inout Random) -> Samples {
    var samples = Samples()
    var score = Double(n)
    var size = random.int(90...120)
    while samples.scores.count + 2 * size < n {
        for _ in 0..<size { samples.add(score, 0) }
        for _ in 0...size { samples.add(score, 1) }
        score -= random.uniform(1, 2).rounded()
        size += random.uniform() < 0.3 ? -1 : 1
    }
    return samples.withBothClasses().shuffled(&random)
}

/// Different scores that are hardly apart: steps of `step` above `base`. Positives tend to be higher up.
func close(_ n: Int, base: Double, step: Double, _ random: inout Random) -> Samples {
    let ranks = random.permutation(n)
    var samples = Samples()
    for rank in ranks {
        let place = Double(rank) / Double(max(1, n))
        samples.add(base + step * Double(rank), random.uniform() < 0.15 + 0.7 * place ? 1 : 0)
    }
    return samples.withBothClasses()
}

/// All scores differ, and labels alternate from one score to the next: the curve turns at every vertex.
func alternating(_ n: Int, _ random: inout Random) -> Samples {
    let first = random.int(0...1)
    var samples = Samples()
    for rank in random.permutation(n) { samples.add(Double(2 * rank - n) / 16, (rank + first) % 2) }
    return samples
}

/// Every positive sample has a higher score than every negative one.
func perfect(_ n: Int, _ random: inout Random) -> Samples {
    var samples = Samples()
    for index in 0..<n {
        let label = index < 2 ? index : random.int(0...1)
        samples.add(shortened(random.uniform(0.01, 5)) * (label == 1 ? 1 : -1), label)
    }
    return samples
}

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
let n = arguments.int("n")
let samples: Samples
switch arguments.family {
case "overlapping": samples = overlapping(n, shift: 2, &random)
case "inverted": samples = overlapping(n, shift: -1.5, &random)
case "sorted":
    let drawn = overlapping(n, shift: 2, &random)
    samples = drawn.reordered(drawn.scores.indices.sorted { drawn.scores[$0] < drawn.scores[$1] })
case "coarse": samples = coarse(n, &random)
case "equal":
    let score = shortened(random.normal())
    samples = Samples(
        scores: [Double](repeating: score, count: n), labels: (0..<n).map { _ in random.uniform() < 0.3 ? 1 : 0 }
    ).withBothClasses()
case "straight": samples = straight(n, &random)
case "bending": samples = bending(n, &random)
// High up where a sigmoid is 1, and so far down that an absolute tolerance of any kind sees no difference.
case "close": samples = close(n, base: 45, step: 1e-11, &random)
case "tiny": samples = close(n, base: 0, step: 1e-20, &random)
case "alternating": samples = alternating(n, &random)
case "perfect": samples = perfect(n, &random)
case "positive", "negative":
    samples = Samples(
        scores: (0..<n).map { _ in shortened(random.normal()) },
        labels: [Int](repeating: arguments.family == "positive" ? 1 : 0, count: n))
default:
    arguments.unknownFamily(known: [
        "overlapping", "inverted", "sorted", "coarse", "equal", "straight", "bending", "close", "tiny", "alternating",
        "perfect", "positive", "negative",
    ])
}

var writer = Writer()
writer.line(samples.scores.count)
writer.line(samples.scores)
writer.line(samples.labels.count)
writer.line(samples.labels)
writer.print()
