import ChallengeKit
import Glibc

/// A network with one hidden layer, and a labelled batch.
struct Problem {
    let n: Int
    let d: Int
    let h: Int
    let c: Int
    var points: [[Double]] = []
    var labels: [Int] = []
    var hiddenWeights: [[Double]]
    var hiddenBiases: [Double]
    var outputWeights: [[Double]]
    var outputBiases: [Double]
    var usesTanh = false
    var penalty = 0.0

    /// Normal parameters, of such sizes that neither sums of the hidden layer nor logits are much larger than 1.
    init(n: Int, d: Int, h: Int, c: Int, using random: inout Random) {
        (self.n, self.d, self.h, self.c) = (n, d, h, c)
        let first = 1 / Double(d).squareRoot()
        let second = 1.6 / Double(h).squareRoot()
        hiddenWeights = (0..<d).map { _ in (0..<h).map { _ in rounded(first * random.normal()) } }
        hiddenBiases = (0..<h).map { _ in rounded(0.6 * random.normal()) }
        outputWeights = (0..<h).map { _ in (0..<c).map { _ in rounded(second * random.normal()) } }
        outputBiases = (0..<c).map { _ in rounded(0.8 * random.normal()) }
    }

    /// Normal points, each drawn again until no sum of the hidden layer is next to 0: there the derivative of ReLU jumps.
    mutating func drawPoints(using random: inout Random) {
        let means = (0..<d).map { _ in random.uniform(-0.7, 0.7) }
        while points.count < n {
            let point = means.map { rounded($0 + random.normal()) }
            let (sums, sizes) = sums(point)
            if zip(sums, sizes).allSatisfy({ abs($0) > 1e-6 * $1 }) { points.append(point) }
        }
        labels = points.map { _ in random.int(0...c - 1) }
    }

    /// The sums of the hidden layer, and those of the magnitudes of what is summed.
    func sums(_ point: [Double]) -> (sums: [Double], sizes: [Double]) {
        var sums = hiddenBiases
        var sizes = hiddenBiases.map { abs($0) }
        for (x, weights) in zip(point, hiddenWeights) {
            for k in 0..<h {
                sums[k] += x * weights[k]
                sizes[k] += abs(x * weights[k])
            }
        }
        return (sums, sizes)
    }

    /// Small integers in the first layer: many of its sums are exactly 0, however they are added up.
    mutating func makeKinks(using random: inout Random) {
        hiddenWeights = hiddenWeights.map { $0.map { _ in Double(random.int(-1...1)) } }
        hiddenBiases = hiddenBiases.map { _ in Double(random.int(-1...1)) }
        points = (0..<n).map { _ in (0..<d).map { _ in Double(random.int(-2...2)) } }
        labels = points.map { _ in random.int(0...c - 1) }
    }

    /// Logits of thousands. The first unit lifts all logits of a point alike, to a level of the point's own from about -1500 up, while
    /// the others drive them apart by hundreds.
    ///
    /// Of three points one has the least probable label, one the most probable, one any.
    mutating func makeExtreme(using random: inout Random) {
        outputWeights = outputWeights.map { $0.map { rounded(300 * $0) } }
        for j in 0..<c {
            outputWeights[0][j] = rounded(2500 + 20 * random.normal())
            outputBiases[j] = rounded(outputBiases[j] - 1500)
        }
        drawPoints(using: &random)
        for (i, point) in points.enumerated() {
            var logits = outputBiases
            for (sum, weights) in zip(sums(point).sums, outputWeights) where sum > 0 {
                for j in 0..<c { logits[j] += sum * weights[j] }
            }
            let order = logits.indices.sorted { logits[$0] < logits[$1] }
            if i % 3 < 2 { labels[i] = order[i % 3 == 0 ? 0 : c - 1] }
        }
    }

    /// Every second unit has sums of hundreds and thousands, where tanh is -1 or 1 and flat.
    mutating func makeSaturated(using random: inout Random) {
        usesTanh = true
        for l in 0..<d {
            for k in stride(from: 1, to: h, by: 2) { hiddenWeights[l][k] = rounded(1200 * hiddenWeights[l][k]) }
        }
        drawPoints(using: &random)
    }

    func print() {
        var writer = Writer()
        // Written by hand: a batch without points has a width all the same.
        writer.line([n, d])
        for point in points { writer.line(point) }
        writer.line(n)
        writer.line(labels)
        writer.matrix(hiddenWeights)
        writer.line(h)
        writer.line(hiddenBiases)
        writer.matrix(outputWeights)
        writer.line(c)
        writer.line(outputBiases)
        writer.line(usesTanh ? 1 : 0)
        writer.line(penalty)
        writer.print()
    }
}

/// `value`, to four decimals: short numbers make short inputs.
func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
var problem = Problem(
    n: arguments.int("n"), d: arguments.int("d"), h: arguments.int("h"), c: arguments.int("c"), using: &random)
switch arguments.family {
case "relu": problem.drawPoints(using: &random)
case "tanh":
    problem.usesTanh = true
    problem.drawPoints(using: &random)
case "kinks": problem.makeKinks(using: &random)
case "extreme": problem.makeExtreme(using: &random)
case "saturated": problem.makeSaturated(using: &random)
default: arguments.unknownFamily(known: ["relu", "tanh", "kinks", "extreme", "saturated"])
}
if arguments.int("decay", default: 0) == 1 { problem.penalty = rounded(random.uniform(0.02, 0.3)) }
problem.print()
