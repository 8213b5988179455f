import ChallengeKit
import Glibc

/// A batch with all that its normalisation needs.
struct Problem {
    let n: Int
    let d: Int
    var inputs: [[Double]] = []
    var gamma: [Double]
    var beta: [Double]
    var epsilon: Double
    var overBatch = true
    var isTraining = true
    var runningMeans: [Double]
    var runningVariances: [Double]
    var momentum: Double
    var upstream: [[Double]] = []

    /// Normal inputs: features have means and scales of their own, and rows levels of their own, so that statistics of one direction are not
    /// those of the other. Of three or more features one is constant.
    init(n: Int, d: Int, using random: inout Random) {
        (self.n, self.d) = (n, d)
        let scales = (0..<d).map { _ in exp(random.uniform(-1.2, 1.2)) }
        let means = (0..<d).map { _ in random.uniform(-4, 4) }
        let constant = d > 2 ? random.int(0...d - 1) : d
        gamma = (0..<d).map { _ in rounded((random.next() & 1 == 0 ? 1 : -1) * random.uniform(0.4, 2)) }
        beta = (0..<d).map { _ in rounded(random.uniform(-2, 2)) }
        epsilon = rounded(exp(random.uniform(-5.5, -1)))
        momentum = rounded(random.uniform(0.05, 0.4))
        runningMeans = means.map { rounded($0 + random.normal()) }
        runningVariances = scales.map { rounded($0 * $0 * exp(random.uniform(-1, 1)) + 0.01) }
        for _ in 0..<n {
            let level = random.uniform(-2, 2)
            let row = (0..<d).map { rounded(means[$0] + level + scales[$0] * random.normal()) }
            inputs.append(row.enumerated().map { $0 == constant ? rounded(means[$0]) : $1 })
            let lift = random.uniform(-1, 1)
            upstream.append((0..<d).map { _ in rounded(lift + random.normal()) })
        }
    }

    /// Moves the inputs of each group of `count` to a level of its own that is far from zero: up to a million standard deviations, less
    /// where many numbers are added up.
    mutating func moveAway(using random: inout Random) {
        let most = min(1e6, 1e8 / Double(max(1, overBatch ? n : d)))
        func level() -> Double { (random.next() & 1 == 0 ? 1 : -1) * (most * random.uniform(0.5, 1)).rounded() }
        let levels = (0..<(overBatch ? d : n)).map { _ in level() }
        for i in 0..<n {
            for j in 0..<d { inputs[i][j] = rounded(levels[overBatch ? j : i] + random.uniform(-2, 2)) }
        }
        if overBatch { runningMeans = levels.map { $0 + rounded(random.normal()) } }
    }

    func print() {
        var writer = Writer()
        /// Written by hand: a batch without rows has a width all the same.
        func write(_ rows: [[Double]]) {
            writer.line([n, d])
            for row in rows { writer.line(row) }
        }
        func write(_ values: [Double]) {
            writer.line(values.count)
            writer.line(values)
        }
        write(inputs)
        write(gamma)
        write(beta)
        writer.line(epsilon)
        writer.line(overBatch ? 1 : 0)
        writer.line(isTraining ? 1 : 0)
        write(runningMeans)
        write(runningVariances)
        writer.line(momentum)
        write(upstream)
        writer.print()
    }
}

/// `value`, to four decimals: short numbers make short inputs.
func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
var problem = Problem(n: arguments.int("n"), d: arguments.int("d"), using: &random)
switch arguments.family {
case "layer":
    problem.overBatch = false
    problem.isTraining = arguments.int("training", default: 1) == 1
case "batch": break
case "inference": problem.isTraining = false
case "offset": problem.moveAway(using: &random)
case "offsetlayer":
    problem.overBatch = false
    problem.moveAway(using: &random)
default: arguments.unknownFamily(known: ["layer", "batch", "inference", "offset", "offsetlayer"])
}
problem.print()
