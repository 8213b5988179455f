import ChallengeKit
import Glibc

// Hidden states are compared with this validator's own to within 1e-8, the cell state at the end to within 1e-8 of its magnitude, or of 1.
// Why 1e-8: the input validator has shown that sums which are off by 1e-13 of their terms' magnitudes move nothing by more than 1e-9, and
// rounding in `Double` is a hundredth of that. `Float` is off by 1e-7 and more.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-8

/// How an LSTM may be computed: as asked for, or with one mistake.
struct Way {
    enum Squash { case tanh, sigmoid, none }
    enum Moment { case afterStep, inEveryUnit, beforeOutputGate }
    /// The blocks that input gate, forget gate, candidate and output gate are read from.
    var blocks = [0, 1, 2, 3]
    /// Whether rows are read as 4 * unit + block.
    var isInterleaved = false
    var readsInputs = true
    var readsHidden = true
    /// Whether the cell state is read in place of the hidden state.
    var readsCell = false
    var transposesInputs = false
    var transposesRecurrent = false
    /// How often biases are added.
    var biases = 1.0
    /// What is added to the forget gate's biases.
    var forgetShift = 0.0
    var candidate = Squash.tanh
    var shown = Squash.tanh
    var gate: (Double) -> Double = { 1 / (1 + exp(-$0)) }
    /// What sums are clamped to.
    var clamp = Double.infinity
    var showsOldCell = false
    /// Whether tanh of the cell state takes its place.
    var keepsTanh = false
    /// Whether the input gate is 1 less the forget gate, or the forget gate 1 less the input gate.
    var couplesInput = false
    var couplesForget = false
    var hasInputGate = true
    var hasForgetGate = true
    var hasOutputGate = true
    var carriesHidden = true
    var carriesCell = true
    var startsHidden = true
    var startsCell = true
    /// When the hidden state changes.
    var moves = Moment.afterStep
    var isReversed = false
}

/// One input of an LSTM.
struct Problem {
    let inputs: [[Double]]
    let inputWeights: [[Double]]
    let recurrentWeights: [[Double]]
    let biases: [Double]
    let hidden: [Double]
    let cell: [Double]

    init(_ input: inout Reader) {
        inputs = input.matrix("inputs")
        inputWeights = input.matrix("input weights")
        recurrentWeights = input.matrix("recurrent weights")
        biases = input.doubleList("biases")
        hidden = input.doubleList("the initial hidden state")
        cell = input.doubleList("the initial cell state")
        input.end()
    }

    var t: Int { inputs.count }
    var d: Int { inputWeights[0].count }
    var h: Int { hidden.count }

    /// The states after each of the first `count` steps.
    func run(_ way: Way = Way(), count: Int) -> [(hidden: [Double], cell: [Double])] {
        let zeros = [Double](repeating: 0, count: h)
        let start = (hidden: way.startsHidden ? hidden : zeros, cell: way.startsCell ? cell : zeros)
        var (hidden, cell) = start
        var states: [(hidden: [Double], cell: [Double])] = []
        for step in 0..<count {
            let x = inputs[way.isReversed ? t - 1 - step : step]
            if !way.carriesHidden { hidden = start.hidden }
            if !way.carriesCell { cell = start.cell }
            var nextHidden = hidden
            var nextCell = cell
            for k in 0..<h {
                let read = way.readsCell ? cell : way.moves == .inEveryUnit ? nextHidden : hidden
                let last = way.moves == .beforeOutputGate ? nextHidden : read
                let input = way.hasInputGate ? way.gate(sum(way, 0, k, x, read)) : 1
                let forget = way.hasForgetGate ? way.gate(sum(way, 1, k, x, read)) : 1
                let candidate = squash(sum(way, 2, k, x, read), way.candidate, way)
                let output = way.hasOutputGate ? way.gate(sum(way, 3, k, x, last)) : 1
                nextCell[k] =
                    (way.couplesForget ? 1 - input : forget) * cell[k]
                    + (way.couplesInput ? 1 - forget : input) * candidate
                if way.keepsTanh { nextCell[k] = tanh(nextCell[k]) }
                nextHidden[k] = output * squash(way.showsOldCell ? cell[k] : nextCell[k], way.shown, way)
            }
            (hidden, cell) = (nextHidden, nextCell)
            states.append((hidden, cell))
        }
        return states
    }

    private func sum(_ way: Way, _ gate: Int, _ k: Int, _ x: [Double], _ read: [Double]) -> Double {
        let block = way.blocks[gate]
        let row = way.isInterleaved ? 4 * k + block : block * h + k
        var sum = way.biases * biases[row] + (gate == 1 ? way.forgetShift : 0)
        if way.readsInputs {
            for l in 0..<d {
                sum += x[l] * (way.transposesInputs ? inputWeights[block * h + l][k] : inputWeights[row][l])
            }
        }
        if way.readsHidden {
            for l in 0..<h {
                sum +=
                    read[l] * (way.transposesRecurrent ? recurrentWeights[block * h + l][k] : recurrentWeights[row][l])
            }
        }
        return min(max(sum, -way.clamp), way.clamp)
    }

    private func squash(_ z: Double, _ squash: Way.Squash, _ way: Way) -> Double {
        switch squash {
        case .tanh: tanh(z)
        case .sigmoid: way.gate(z)
        case .none: z
        }
    }
}

/// The largest difference of two rows of the same length.
func difference(_ found: [Double], _ wanted: [Double]) -> Double {
    var largest = 0.0
    for (one, other) in zip(found, wanted) { largest = max(largest, abs(one - other)) }
    return largest
}

/// The same for cell states, in units of their magnitudes or of 1.
func cellDifference(_ found: [Double], _ wanted: [Double]) -> Double {
    var largest = 0.0
    for (one, other) in zip(found, wanted) { largest = max(largest, abs(one - other) / max(1, abs(other))) }
    return largest
}

/// Hidden states that are wrong, and the mistakes that may have led to them.
struct Explanation {
    let problem: Problem
    let found: [[Double]]
    let foundCell: [Double]
    let expected: [(hidden: [Double], cell: [Double])]
    /// The steps that mistakes are replayed for, the first ones: not all of a large case.
    let count: Int

    init(
        _ problem: Problem, _ found: [[Double]], _ cell: [Double], expected: [(hidden: [Double], cell: [Double])]
    ) {
        self.problem = problem
        self.found = found
        self.expected = expected
        foundCell = cell
        count = min(problem.t, max(1, 1_000_000 / (4 * problem.h * (problem.d + problem.h))))
    }

    /// Whether the first steps are those of `way`, and not right.
    func fits(_ change: (inout Way) -> Void) -> Bool {
        var way = Way()
        change(&way)
        if way.isReversed, count < problem.t { return false }
        let states = problem.run(way, count: count)
        guard zip(states, found).allSatisfy({ difference($1, $0.hidden) <= 1e-9 }) else { return false }
        return isWrong(found.prefix(count))
    }

    private func isWrong(_ rows: some Sequence<[Double]>) -> Bool {
        zip(rows, expected).contains { difference($0, $1.hidden) > tolerance }
    }

    func message() -> String {
        whole() ?? state() ?? gates() ?? blocks() ?? sums() ?? general()
    }

    /// Right numbers in wrong places.
    private func whole() -> String? {
        let hidden = expected.map(\.hidden)
        func equal(_ rows: [[Double]]) -> Bool { zip(found, rows).allSatisfy { difference($0, $1) <= 1e-9 } }
        if equal([problem.hidden] + hidden.dropLast()) {
            return
                "It looks as if hidden states are those before each step: the first row is the state after the first step."
        }
        if zip(found, expected).allSatisfy({ cellDifference($0, $1.cell) <= 1e-9 }) {
            return "It looks as if cell states are returned in place of hidden states."
        }
        if equal(hidden.reversed()) {
            return "It looks as if the rows are in reverse order: the first step comes first."
        }
        if let last = hidden.last, equal(hidden.map { _ in last }) {
            return "It looks as if every row is the last hidden state: each step has its own."
        }
        if fits({ $0.isReversed = true }) {
            return "It looks as if the sequence is read from its end: the first row is the first step."
        }
        return nil
    }

    /// What is carried from step to step.
    private func state() -> String? {
        let rule = "each step starts from the hidden state and the cell state that the step before left"
        if fits({ $0.readsHidden = false }) {
            return
                "It looks as if the gates do not read the hidden state of the step before: the recurrent weights multiply it."
        }
        if fits({ ($0.carriesHidden, $0.carriesCell) = (false, false) })
            || fits({
                ($0.carriesHidden, $0.carriesCell, $0.startsHidden, $0.startsCell) = (false, false, false, false)
            })
        {
            return "It looks as if both states start again in every step: \(rule)."
        }
        if fits({ $0.carriesHidden = false }) {
            return "It looks as if the hidden state starts again in every step: \(rule)."
        }
        if fits({ $0.carriesCell = false }) || fits({ ($0.carriesCell, $0.startsCell) = (false, false) }) {
            return "It looks as if the cell state starts again in every step: \(rule)."
        }
        let start = "the first step starts from initialHidden and initialCell, which need not be 0"
        if fits({ ($0.startsHidden, $0.startsCell) = (false, false) }) {
            return "It looks as if both initial states are taken as 0: \(start)."
        }
        if fits({ $0.startsHidden = false }) {
            return "It looks as if the initial hidden state is taken as 0: \(start)."
        }
        if fits({ $0.startsCell = false }) { return "It looks as if the initial cell state is taken as 0: \(start)." }
        if fits({ $0.moves = .inEveryUnit }) {
            return
                "It looks as if the hidden state changes while the gates of other units still read it: all gates of a step read the state"
                + " of the step before."
        }
        if fits({ $0.moves = .beforeOutputGate }) {
            return
                "It looks as if the hidden state changes while output gates still read it: all gates of a step read the state of the step"
                + " before."
        }
        if fits({ $0.readsCell = true }) {
            return "It looks as if the recurrent weights multiply the cell state: they multiply the hidden state."
        }
        return nil
    }

    /// How states are made from the gates.
    private func gates() -> String? {
        if fits({ $0.showsOldCell = true }) {
            return
                "It looks as if the hidden state is made from the cell state before the step: it is made from the new one."
        }
        if fits({ $0.shown = .none }) {
            return
                "It looks as if tanh is left out at the output: the hidden state is the output gate times tanh of the new cell state."
        }
        if fits({ ($0.keepsTanh, $0.shown) = (true, .none) }) {
            return "It looks as if tanh of the cell state is carried on: only the hidden state is made from it."
        }
        if fits({ $0.candidate = .sigmoid }) {
            return "It looks as if the candidate goes through the sigmoid: it is a tanh."
        }
        if fits({ $0.candidate = .none }) {
            return "It looks as if the candidate goes through no function: it is a tanh."
        }
        if fits({ $0.shown = .sigmoid }) {
            return "It looks as if the cell state goes through the sigmoid at the output: it goes through tanh."
        }
        if fits({ $0.couplesForget = true }) {
            return "It looks as if the forget gate is taken as 1 less the input gate: it has rows of its own."
        }
        if fits({ $0.couplesInput = true }) {
            return "It looks as if the input gate is taken as 1 less the forget gate: it has rows of its own."
        }
        if fits({ $0.hasInputGate = false }) {
            return "It looks as if the candidate is added whole: it is multiplied by the input gate."
        }
        if fits({ $0.hasForgetGate = false }) {
            return "It looks as if the old cell state is kept whole: it is multiplied by the forget gate."
        }
        if fits({ $0.hasOutputGate = false }) {
            return "It looks as if the cell state is shown whole: its tanh is multiplied by the output gate."
        }
        if fits({ $0.gate = { 1 / (1 + exp($0)) } }) {
            return "It looks as if the sigmoid has the wrong sign: it is near 1 for large z."
        }
        if fits({ $0.gate = { min(max(0.2 * $0 + 0.5, 0), 1) } })
            || fits({ $0.gate = { min(max($0 / 6 + 0.5, 0), 1) } })
        {
            return "It looks as if gates are piecewise linear: they are sigmoids."
        }
        if fits({ $0.gate = { tanh($0) } }) { return "It looks as if gates go through tanh: they are sigmoids." }
        return nil
    }

    /// Which rows belong to which gate.
    private func blocks() -> String? {
        let rule = "the blocks are input gate, forget gate, candidate, output gate, in this order"
        if fits({ $0.isInterleaved = true }) {
            return "It looks as if the four rows of each unit stand together: row k of block b is row b * h + k."
        }
        let names = ["input gate", "forget gate", "candidate", "output gate"]
        for one in 0..<4 {
            for other in one + 1..<4 where fits({ $0.blocks.swapAt(one, other) }) {
                return "It looks as if the rows of \(names[one]) and \(names[other]) are swapped: \(rule)."
            }
        }
        for a in 0..<4 {
            for b in 0..<4 {
                for c in 0..<4 where Set([a, b, c]).count == 3 {
                    if fits({ $0.blocks = [a, b, c, 6 - a - b - c] }) {
                        return "It looks as if the four blocks of rows are taken in another order: \(rule)."
                    }
                }
            }
        }
        return nil
    }

    /// What goes into the sums.
    private func sums() -> String? {
        if fits({ $0.biases = 0 }) { return "It looks as if biases are left out." }
        if fits({ $0.biases = 2 }) { return "It looks as if biases are added twice." }
        if fits({ $0.forgetShift = 1 }) {
            return "It looks as if 1 is added to the biases of the forget gate: all biases are taken as they are given."
        }
        if fits({ $0.readsInputs = false }) { return "It looks as if the gates do not read the inputs." }
        if fits({ $0.transposesRecurrent = true }) {
            return "It looks as if the recurrent weights are transposed: each row belongs to one gate of one unit."
        }
        if problem.d == problem.h {
            if fits({ $0.transposesInputs = true })
                || fits({ ($0.transposesInputs, $0.transposesRecurrent) = (true, true) })
            {
                return "It looks as if the input weights are transposed: each row belongs to one gate of one unit."
            }
        }
        for number in [1.0, 2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 30] where fits({ $0.clamp = number }) {
            return "It looks as if sums are clamped: take sigmoid and tanh of the sums as they are."
        }
        return nil
    }

    private func general() -> String {
        if found.joined().contains(where: { abs($0) > 1 + 1e-9 }) {
            return "A hidden state is above 1 in magnitude: it is a gate times a tanh, so it cannot be."
        }
        let worst = zip(found, expected).map { difference($0, $1.hidden) }.max() ?? 0
        if worst <= 1e-4, cellDifference(foundCell, expected.last?.cell ?? foundCell) <= 1e-4 {
            return "It looks as if digits are lost, as in Float or where numbers that are nearly equal are subtracted."
        }
        if problem.t > 1, difference(found[0], expected[0].hidden) <= tolerance {
            return "The first hidden state is right, and a later one is not: look at what is carried from step to step."
        }
        return "A hidden state is not the output gate times tanh of the cell state."
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let expected = problem.run(count: problem.t)
let expectedCell = expected.last?.cell ?? problem.cell

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    let answer = validator.answer.matrix("the answer")
    let cell = validator.answer.doubleList("the cell state")
    validator.answer.end()
    if answer.map(\.count) != expected.map(\.hidden.count) || cell.count != problem.h {
        validator.answer.fail("this is not of the right shape")
    }
    for (step, row) in answer.enumerated() where difference(row, expected[step].hidden) > tolerance / 10 {
        validator.answer.fail("row \(step) is not right")
    }
    if cellDifference(cell, expectedCell) > tolerance / 10 { validator.answer.fail("the cell state is not right") }
}

/// A number of the output. What is not finite is a mistake of its own.
func number(_ place: String, _ validator: inout OutputValidator) -> Double {
    var probe = validator.output
    if ["nan", "-nan", "inf", "-inf"].contains(probe.word("a number")) {
        validator.reject(
            "A number is not finite: it looks as if exp overflows in a sigmoid or tanh, and infinity is divided by infinity.",
            detail: place)
    }
    return validator.output.double("a number")
}

let rows = validator.output.int("the number of rows")
let columns = validator.output.int("the number of columns")
if rows == problem.t + 1, columns == problem.h {
    validator.reject("There is one row too many: the initial hidden state is not returned, only those after each step.")
}
validator.require(
    rows == problem.t && (rows == 0 || columns == problem.h),
    "There must be one row for each step, and in each one number for each unit.", detail: "\(rows) rows of \(columns)")
var found: [[Double]] = []
for step in 0..<rows {
    found.append((0..<columns).map { _ in number("row \(step)", &validator) })
}
let length = validator.output.int("the length of the cell state")
validator.require(
    length == problem.h, "The cell state must have one number for each unit.", detail: "\(length) numbers")
let foundCell = (0..<length).map { _ in number("the cell state", &validator) }

let errors = (0..<rows).map { difference(found[$0], expected[$0].hidden) }
let cellError = cellDifference(foundCell, expectedCell)
let worst = max(errors.max() ?? 0, cellError)
if worst.isFinite { validator.metric("max_error", worst) }
if let first = errors.firstIndex(where: { $0 > tolerance }) {
    validator.reject(
        Explanation(problem, found, foundCell, expected: expected).message(),
        detail: "\(errors.count { $0 > tolerance }) of \(rows) rows are off, the first is \(first), at most by \(worst)"
    )
}
if cellError > tolerance {
    func isLike(_ cell: [Double]?) -> Bool { cell.map { cellDifference(foundCell, $0) <= 1e-9 } ?? false }
    let detail = "off by \(cellError)"
    if isLike(expected.last?.hidden) {
        validator.reject(
            "It looks as if the last hidden state is returned in place of the cell state: hidden states are right.",
            detail: detail)
    }
    if isLike(expectedCell.map { tanh($0) }) {
        validator.reject(
            "It looks as if tanh of the cell state is returned: hidden states are right, and the cell state is returned as it is.",
            detail: detail)
    }
    if isLike(problem.cell) {
        validator.reject(
            "It looks as if the initial cell state is returned: hidden states are right, and the cell state after the last step is asked for.",
            detail: detail)
    }
    if isLike(expected.dropLast().last?.cell) {
        validator.reject(
            "It looks as if the cell state before the last step is returned: hidden states are right, and the one after it is asked for.",
            detail: detail)
    }
    if rows == 0 {
        validator.reject("Without steps the cell state is the initial one.", detail: detail)
    }
    if cellError <= 1e-4 {
        validator.reject(
            "It looks as if digits of the cell state are lost, as in Float: all must be computed in Double.",
            detail: detail)
    }
    validator.reject(
        "Hidden states are right, but the cell state after the last step is not.", detail: detail)
}
validator.accept()
