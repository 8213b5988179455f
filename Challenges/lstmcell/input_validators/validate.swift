import ChallengeKit
import Glibc

/// A matrix with the numbers of rows and columns that are allowed, and the largest magnitude.
func matrix(
    _ what: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, limit: Double, in input: inout Reader
) -> (rows: [[Double]], columns: Int) {
    let rowCount = input.int("the number of \(what)", in: rows)
    let columnCount = input.int("the width of \(what)", in: columns)
    var result: [[Double]] = []
    for _ in 0..<rowCount {
        let row = input.doubles(count: columnCount, "a number of \(what)")
        if row.contains(where: { abs($0) > limit }) { input.fail("no number of \(what) may exceed \(limit)") }
        result.append(row)
    }
    return (result, columnCount)
}

/// A list of `count` numbers up to `limit` in magnitude.
func list(_ what: String, count: Int, limit: Double, in input: inout Reader) -> [Double] {
    let found = input.int("the length of \(what)")
    if found != count { input.fail("\(what) must have \(count) numbers, not \(found)") }
    let values = input.doubles(count: count, "a number of \(what)")
    if values.contains(where: { abs($0) > limit }) { input.fail("no number of \(what) may exceed \(limit)") }
    return values
}

/// An LSTM whose sums are off by `noise` times the sum of their terms' magnitudes, up or down as chance says.
struct Network {
    let inputWeights: [[Double]]
    let recurrentWeights: [[Double]]
    let biases: [Double]
    var hidden: [Double]
    var cell: [Double]
    let noise: Double
    var random = Random(seed: 1)
    /// The largest sum of magnitudes that was met.
    var largest = 0.0

    mutating func step(_ x: [Double]) {
        let h = hidden.count
        let sums = (0..<4 * h).map { row in
            var sum = biases[row]
            var size = abs(sum)
            for (weight, value) in zip(inputWeights[row], x) {
                sum += weight * value
                size += abs(weight * value)
            }
            for (weight, value) in zip(recurrentWeights[row], hidden) {
                sum += weight * value
                size += abs(weight * value)
            }
            largest = max(largest, size)
            return noise == 0 ? sum : sum + (random.next() & 1 == 0 ? noise : -noise) * size
        }
        func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
        for k in 0..<h {
            cell[k] = sigmoid(sums[h + k]) * cell[k] + sigmoid(sums[k]) * tanh(sums[2 * h + k])
            hidden[k] = sigmoid(sums[3 * h + k]) * tanh(cell[k])
        }
    }
}

validateInput { input in
    let (inputs, d) = matrix("inputs", rows: 0...20_000, columns: 1...2048, limit: 1e4, in: &input)
    let (inputWeights, width) = matrix("input weights", rows: 4...2048, columns: 1...2048, limit: 1e4, in: &input)
    if width != d { input.fail("inputs and input weights must have the same width, not \(d) and \(width)") }
    if inputWeights.count % 4 != 0 { input.fail("input weights must have four rows for each unit") }
    let h = inputWeights.count / 4
    let (recurrentWeights, units) = matrix(
        "recurrent weights", rows: 4...2048, columns: 1...512, limit: 1e4, in: &input)
    if recurrentWeights.count != 4 * h { input.fail("recurrent weights must have as many rows as input weights") }
    if units != h { input.fail("recurrent weights must be \(h) wide, a quarter of their rows") }
    if max(inputs.count, 1) * h * (d + h) > 20_000_000 { input.fail("T * h * (d + h) must be at most 2e7") }
    let biases = list("biases", count: 4 * h, limit: 1e4, in: &input)
    let initialHidden = list("the initial hidden state", count: h, limit: 100, in: &input)
    let initialCell = list("the initial cell state", count: h, limit: 1e4, in: &input)

    // The promised margin: rounding moves nothing by more than a tenth of the tolerance.
    var exact = Network(
        inputWeights: inputWeights, recurrentWeights: recurrentWeights, biases: biases, hidden: initialHidden,
        cell: initialCell, noise: 0)
    var rough = Network(
        inputWeights: inputWeights, recurrentWeights: recurrentWeights, biases: biases, hidden: initialHidden,
        cell: initialCell, noise: 1e-13)
    for x in inputs {
        exact.step(x)
        rough.step(x)
        if exact.largest > 2000 { input.fail("the magnitudes of the terms of a sum must add up to at most 2000") }
        for k in 0..<h {
            if abs(exact.hidden[k] - rough.hidden[k]) > 1e-9
                || abs(exact.cell[k] - rough.cell[k]) > 1e-9 * max(1, abs(exact.cell[k]))
            {
                input.fail("the network must not amplify rounding errors")
            }
        }
    }
}
