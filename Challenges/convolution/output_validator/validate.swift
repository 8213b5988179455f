import ChallengeKit

// Accepted is every output of the right shape whose numbers differ from the exact sums by at most 1e-9 of their channel's
// scale: the largest |bias| + Σ |input| |kernel| over the channel's windows.
//
// Why that is fair: a sum of m products, in any order, is off by at most about m ε of Σ |input| |kernel|. The statement's
// limits keep m below 1e6, so that is 2e-10, and in truth far less. Transforms (FFT, Winograd) err by a few ε of the scale.
// Why it is strict enough: single precision is off by about 1e-8 of the scale and more, all other mistakes by much more.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-9

/// Channels of one shape, one after the other, row by row.
struct Channels {
    var count = 0
    var rows = 0
    var columns = 0
    var values: [Double] = []

    init(count: Int, from reader: inout Reader, _ what: String) {
        self.count = count
        for _ in 0..<count {
            let matrix = reader.matrix(what)
            rows = matrix.count
            columns = matrix.first?.count ?? 0
            for row in matrix { values += row }
        }
    }

    @inline(__always) func at(_ channel: Int, _ row: Int, _ column: Int) -> Double {
        values[(channel * rows + row) * columns + column]
    }
}

/// What a convolution does beside what it is asked to: each property is one way to misread the rules.
struct Reading {
    /// What lies outside the input.
    enum Outside { case zero, nearest, mirrored }

    var padding: (top: Int, left: Int)
    var stride: (down: Int, across: Int)
    var biasTimes = 1.0
    var outside = Outside.zero
    /// Which element of the kernel's matrix meets this element of the window.
    var element: (_ row: Int, _ column: Int) -> (Int, Int) = { ($0, $1) }
    /// Which channel of the kernel meets this channel of the input; `nil` leaves the channel out.
    var kernelChannel: (Int) -> Int? = { $0 }
    /// Which channel of the input takes part instead of this one.
    var inputChannel: (Int) -> Int = { $0 }
    var isClipped = false
    var isTransposed = false
}

/// What the solution was given.
struct Problem {
    let input: Channels
    let kernels: Channels
    let bias: [Double]
    let stride: Int
    let padding: Int

    init(_ reader: inout Reader) {
        let channels = reader.int("the number of input channels")
        input = Channels(count: channels, from: &reader, "an input channel")
        let count = reader.int("the number of kernels")
        kernels = Channels(count: count * channels, from: &reader, "a kernel's channel")
        bias = reader.doubleList("the bias")
        stride = reader.int("the stride")
        padding = reader.int("the padding")
    }

    var rows: Int { (input.rows + 2 * padding - kernels.rows) / stride + 1 }
    var columns: Int { (input.columns + 2 * padding - kernels.columns) / stride + 1 }

    /// All outputs, and for each output channel the scale of its errors.
    func solved() -> (values: [Double], scales: [Double]) {
        var values: [Double] = []
        values.reserveCapacity(bias.count * rows * columns)
        var scales: [Double] = []
        for output in bias.indices {
            var largest = 0.0
            for row in 0..<rows {
                for column in 0..<columns {
                    var sum = bias[output]
                    var size = abs(sum)
                    let top = row * stride - padding
                    let left = column * stride - padding
                    let down = max(0, -top)..<max(0, -top, min(kernels.rows, input.rows - top))
                    let across = max(0, -left)..<max(0, -left, min(kernels.columns, input.columns - left))
                    for channel in 0..<input.count {
                        for r in down {
                            let image = (channel * input.rows + top + r) * input.columns + left
                            let kernel = ((output * input.count + channel) * kernels.rows + r) * kernels.columns
                            for s in across {
                                let product = input.values[image + s] * kernels.values[kernel + s]
                                sum += product
                                size += abs(product)
                            }
                        }
                    }
                    values.append(sum)
                    largest = max(largest, size)
                }
            }
            scales.append(largest)
        }
        return (values, scales)
    }

    /// The rules as they are meant.
    var asMeant: Reading { Reading(padding: (padding, padding), stride: (stride, stride)) }

    /// One output as `reading` has it.
    func value(_ output: Int, _ row: Int, _ column: Int, _ reading: Reading) -> Double {
        let (row, column) = reading.isTransposed ? (column, row) : (row, column)
        var sum = reading.biasTimes * bias[output]
        for channel in 0..<input.count {
            guard let own = reading.kernelChannel(channel) else { continue }
            for r in 0..<kernels.rows {
                for s in 0..<kernels.columns {
                    let (down, across) = reading.element(r, s)
                    let pixel = pixel(
                        reading.inputChannel(channel), row * reading.stride.down + r - reading.padding.top,
                        column * reading.stride.across + s - reading.padding.left, reading.outside)
                    sum += pixel * kernels.at(output * input.count + own, down, across)
                }
            }
        }
        return reading.isClipped ? max(0, sum) : sum
    }

    private func pixel(_ channel: Int, _ row: Int, _ column: Int, _ outside: Reading.Outside) -> Double {
        func place(_ index: Int, _ count: Int) -> Int? {
            if index >= 0, index < count { return index }
            switch outside {
            case .zero: return nil
            case .nearest: return index < 0 ? 0 : count - 1
            case .mirrored:
                let mirrored = index < 0 ? -index : 2 * (count - 1) - index
                return mirrored >= 0 && mirrored < count ? mirrored : nil
            }
        }
        guard let row = place(row, input.rows), let column = place(column, input.columns) else { return 0 }
        return input.at(channel, row, column)
    }
}

/// The mistakes that leave the shape right, each with the sentence that names it.
func mistakes(_ problem: Problem) -> [(reading: Reading, symptom: String)] {
    var found: [(reading: Reading, symptom: String)] = []
    func add(_ symptom: String, _ change: (inout Reading) -> Void) {
        var reading = problem.asMeant
        change(&reading)
        found.append((reading, symptom))
    }
    let rows = problem.kernels.rows
    let columns = problem.kernels.columns
    let channels = problem.input.count
    let padding = problem.padding

    add("the kernels are flipped: neural networks mean cross-correlation, without a flip") {
        $0.element = { (rows - 1 - $0, columns - 1 - $1) }
    }
    if rows == columns {
        add("rows and columns of the kernels are swapped: kernels[output][channel][row][column]") {
            $0.element = { ($1, $0) }
        }
    }
    add("the bias is added once for each input channel: it belongs to the whole sum, once") {
        $0.biasTimes = Double(channels)
    }
    add("the bias is missing: each output starts from its kernel's bias") { $0.biasTimes = 0 }
    add("the padding is not on all four sides: as many zeros lie above as below, and left as right") {
        $0.padding = (0, 0)
    }
    add("the padding is not on all four sides: as many zeros lie above as below, and left as right") {
        $0.padding = (2 * padding, 2 * padding)
    }
    add("rows are padded but columns are not, or the other way round: all four sides are padded") {
        $0.padding = (padding, 0)
    }
    add("rows are padded but columns are not, or the other way round: all four sides are padded") {
        $0.padding = (0, padding)
    }
    add("windows are one step apart where the stride is larger: window (i, j) starts at (i * stride, j * stride)") {
        $0.stride = (1, 1)
    }
    add("the stride is applied to rows only: it holds down and across") { $0.stride.across = 1 }
    add("the stride is applied to columns only: it holds down and across") { $0.stride.down = 1 }
    add("only one input channel takes part: the products of all input channels are added up") {
        $0.kernelChannel = { $0 == 0 ? 0 : nil }
    }
    add("only one input channel takes part: the products of all input channels are added up") {
        $0.kernelChannel = { $0 == channels - 1 ? $0 : nil }
    }
    add("all input channels meet the same channel of the kernel: each has its own") { $0.kernelChannel = { _ in 0 } }
    add("all channels of the kernel meet the same input channel: each has its own") { $0.inputChannel = { _ in 0 } }
    add("the border is continued into the padding: the padding is zeros") { $0.outside = .nearest }
    add("the border is mirrored into the padding: the padding is zeros") { $0.outside = .mirrored }
    add("negative outputs are cut off: there is no activation function here") { $0.isClipped = true }
    add("rows and columns of the output are swapped: result[output][row][column]") { $0.isTransposed = true }
    return found
}

/// The message for an output whose shape is right.
func explain(_ problem: Problem, expected: [Double], scales: [Double], found: [Double]) -> String {
    let area = problem.rows * problem.columns
    func isNear(_ value: Double, _ other: Double, _ index: Int, _ tolerance: Double) -> Bool {
        abs(value - other) <= tolerance * scales[index / area]
    }
    if found.indices.allSatisfy({ isNear(found[$0], expected[$0], $0, 1e-5) }) {
        return "It looks as if sums lose digits: compute in Double, not in Float, and do not round."
    }
    // What is looked at shrinks with the size of a window, so that explaining stays short.
    let budget = max(24, min(400, 1_000_000 / (problem.input.count * problem.kernels.rows * problem.kernels.columns)))
    let wrong = found.indices.filter { !isNear(found[$0], expected[$0], $0, tolerance) }
    let step = max(1, found.count / budget)
    let sample =
        stride(from: 0, to: wrong.count, by: max(1, wrong.count / budget)).map { wrong[$0] }
        + stride(from: 0, to: found.count, by: step)
    let fitting = mistakes(problem).first { reading, _ in
        sample.allSatisfy { index in
            let place = index % area
            let value = problem.value(index / area, place / problem.columns, place % problem.columns, reading)
            return isNear(value, found[index], index, tolerance)
        }
    }
    guard let fitting else {
        return "The shape is right, but at least one output is not its bias plus the sum of products of its window."
    }
    return "It looks as if \(fitting.symptom)."
}

/// The message for channels of `rows` by `columns`, which is not the right shape.
func explainShape(_ problem: Problem, _ rows: Int, _ columns: Int) -> String {
    let (h, w) = (problem.input.rows, problem.input.columns)
    let (kh, kw) = (problem.kernels.rows, problem.kernels.columns)
    let (s, p) = (problem.stride, problem.padding)
    func isShape(_ sizes: (Int, Int)) -> Bool { sizes == (rows, columns) }
    func size(_ span: Int, _ kernel: Int) -> Int { (span - kernel) / s + 1 }
    let right = (problem.rows, problem.columns)
    let ceiling = ((h + 2 * p - kh + s - 1) / s + 1, (w + 2 * p - kw + s - 1) / s + 1)
    var symptom = ""
    if isShape((right.1, right.0)) {
        symptom = "height and width are swapped: an output channel has rows for the height"
    } else if isShape(ceiling) {
        symptom = "the size is rounded up: a window that does not fit entirely is left out"
    } else if isShape((size(h + 2 * p, kw), size(w + 2 * p, kh))) {
        symptom = "height and width of the kernel are swapped: kernels[output][channel][row][column]"
    } else if isShape((size(h + p, kh), size(w + p, kw))) {
        symptom = "the padding is counted once in each direction: it lies on both sides"
    } else if h >= kh, w >= kw, isShape((size(h, kh), size(w, kw))) {
        symptom = "the padding is not counted in the size: it lies on all four sides"
    } else if isShape((h + 2 * p - kh + 1, w + 2 * p - kw + 1)) {
        symptom = "the stride is not counted in the size"
    } else if isShape((right.0, w + 2 * p - kw + 1)) || isShape((h + 2 * p - kh + 1, right.1)) {
        symptom = "the stride is applied in one direction only: it holds down and across"
    } else if isShape((right.0 - 1, right.1 - 1)) {
        symptom = "the last window of each direction is left out: it counts if it fits entirely"
    } else {
        return
            "An output channel has the wrong size: floor((size + 2 padding - kernel) / stride) + 1 in each direction."
    }
    return "It looks as if \(symptom)."
}

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number() -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word("an output")) {
            reject("An output is not finite, though all sums are.")
        }
        return output.double("an output")
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)

let count = validator.output.int("the number of output channels")
validator.require(
    count == problem.bias.count, "There must be one output channel for each kernel.",
    detail: "\(count) instead of \(problem.bias.count)")
var found: [Double] = []
for _ in 0..<count {
    let rows = validator.output.int("the number of rows of an output channel")
    let columns = validator.output.int("the number of columns of an output channel")
    validator.require(columns >= 0, "All rows of an output channel must have the same length.")
    validator.require(
        (rows, columns) == (problem.rows, problem.columns), explainShape(problem, rows, columns),
        detail: "\(rows) x \(columns) instead of \(problem.rows) x \(problem.columns)")
    for _ in 0..<rows * columns { found.append(validator.number()) }
}

let (expected, scales) = problem.solved()
let area = problem.rows * problem.columns
func error(_ value: Double, _ index: Int) -> Double {
    let scale = scales[index / area]
    return value == expected[index] ? 0 : abs(value - expected[index]) / scale
}

// The answer file is the model solution's; a wrong one is the challenge's fault.
let answered = Channels(count: validator.answer.int("the number of channels"), from: &validator.answer, "a channel")
validator.answer.end()
let isRight =
    answered.values.count == expected.count
    && expected.indices.allSatisfy { error(answered.values[$0], $0) <= tolerance }
if !isRight {
    validator.answer.fail("this is not the convolution")
}

let worst = found.indices.reduce(0.0) { max($0, error(found[$1], $1)) }
if worst.isFinite { validator.metric("max_relative_error", worst) }
validator.require(
    worst <= tolerance, explain(problem, expected: expected, scales: scales, found: found),
    detail: "off by \(worst) of the channel's scale")
validator.accept()
