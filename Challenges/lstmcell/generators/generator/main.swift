import ChallengeKit
import Glibc

/// One input of an LSTM. Rows are stacked in blocks of h: input gate, forget gate, candidate, output gate.
struct Problem {
    var inputs: [[Double]]
    var inputWeights: [[Double]]
    var recurrentWeights: [[Double]]
    var biases: [Double]
    var hidden: [Double]
    var cell: [Double]
    let d: Int

    /// Normal inputs, weights, biases and states. Rows of weights are about 1 long, whatever the width, so that gates move but do
    /// not all saturate; recurrent rows are somewhat shorter, so that rounding does not grow from step to step.
    init(t: Int, d: Int, h: Int, using random: inout Random) {
        self.d = d
        let inputScale = 1 / Double(d).squareRoot()
        let recurrentScale = 0.9 / Double(h).squareRoot()
        inputs = (0..<t).map { _ in (0..<d).map { _ in rounded(random.normal()) } }
        inputWeights = (0..<4 * h).map { _ in (0..<d).map { _ in rounded(inputScale * random.normal()) } }
        recurrentWeights = (0..<4 * h).map { _ in (0..<h).map { _ in rounded(recurrentScale * random.normal()) } }
        biases = (0..<4 * h).map { _ in rounded(0.7 * random.normal()) }
        hidden = (0..<h).map { _ in rounded(random.uniform(-1, 1)) }
        cell = (0..<h).map { _ in rounded(1.5 * random.normal()) }
    }

    func print() {
        var writer = Writer()
        // Written by hand: without steps the width must still be there.
        writer.line([inputs.count, d])
        for row in inputs { writer.line(row) }
        writer.matrix(inputWeights)
        writer.matrix(recurrentWeights)
        for list in [biases, hidden, cell] {
            writer.line(list.count)
            writer.line(list)
        }
        writer.print()
    }
}

/// `value`, to four decimals: short numbers make short inputs.
func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// Forget gates near 1: the cell state at the start still shows at the end.
func makeRemembering(_ problem: inout Problem, using random: inout Random) {
    let h = problem.hidden.count
    for k in 0..<h {
        problem.biases[h + k] = rounded(random.uniform(4, 9))
        problem.cell[k] = rounded(3 * random.normal())
    }
}

/// Sums of hundreds. Most units have one block whose bias is far from 0, in either direction, beyond what exp
/// can take; the others are ordinary, so that something is left to see.
func makeSaturated(_ problem: inout Problem, using random: inout Random) {
    let h = problem.hidden.count
    for (place, k) in random.permutation(h).enumerated() {
        // 0 to 7: a block and a direction; 8 and 9: an ordinary unit.
        let kind = place % 10
        guard kind < 8 else { continue }
        let size = random.uniform(750, 1300)
        problem.biases[kind / 2 * h + k] = rounded(kind % 2 == 0 ? size : -size)
    }
}

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
var problem = Problem(t: arguments.int("t"), d: arguments.int("d"), h: arguments.int("h"), using: &random)
switch arguments.family {
case "gaussian": break
case "fresh":
    problem.hidden = problem.hidden.map { _ in 0 }
    problem.cell = problem.cell.map { _ in 0 }
case "remembering": makeRemembering(&problem, using: &random)
case "saturated": makeSaturated(&problem, using: &random)
default: arguments.unknownFamily(known: ["gaussian", "fresh", "remembering", "saturated"])
}
problem.print()
