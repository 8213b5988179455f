import ChallengeKit

/// `count` numbers between `least` and `most`.
func numbers(
    _ count: Int, _ what: String, _ range: ClosedRange<Double>, in input: inout Reader
) -> [Double] {
    let values = input.doubles(count: count, "a number of \(what)")
    for value in values where !range.contains(value) {
        input.fail("a number of \(what) must be between \(range.lowerBound) and \(range.upperBound), not \(value)")
    }
    return values
}

func list(_ what: String, count: Int, _ range: ClosedRange<Double>, in input: inout Reader) -> [Double] {
    let found = input.int("the number of \(what)")
    if found != count { input.fail("there must be \(count) \(what), found \(found)") }
    return numbers(count, what, range, in: &input)
}

func number(_ what: String, _ range: ClosedRange<Double>, in input: inout Reader) -> Double {
    let value = input.double(what)
    if !range.contains(value) {
        input.fail("\(what) must be between \(range.lowerBound) and \(range.upperBound), not \(value)")
    }
    return value
}

/// The population variance, deviations first.
func variance(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
}

validateInput { input in
    let n = input.int("the number of rows of inputs", in: 0...100_000)
    let d = input.int("the number of features", in: 1...100_000)
    if n * d > 250_000 { input.fail("there must be at most 250000 inputs, not \(n * d)") }
    let inputs = (0..<n).map { _ in numbers(d, "inputs", -1e9...1e9, in: &input) }
    _ = list("gamma", count: d, -1e6...1e6, in: &input)
    _ = list("beta", count: d, -1e6...1e6, in: &input)
    let epsilon = number("epsilon", 1e-12...1, in: &input)
    let overBatch = input.int("whether it is over the batch", in: 0...1) == 1
    let isTraining = input.int("whether it is training", in: 0...1) == 1
    let means = list("running means", count: d, -1e9...1e9, in: &input)
    let variances = list("running variances", count: d, 0...1e12, in: &input)
    _ = number("momentum", 0...1, in: &input)
    let rows = input.int("the number of rows of upstream")
    let columns = input.int("the width of upstream")
    if rows != n || columns != d { input.fail("upstream must have \(n) rows of \(d), not \(rows) of \(columns)") }
    for _ in 0..<n { _ = numbers(d, "upstream", -1e6...1e6, in: &input) }

    // The promised margin: the mean of m numbers, added in any order, is off by at most m * 1.1e-16 times the largest magnitude.
    func check(_ count: Int, _ largest: Double, _ variance: Double) {
        if !(Double(count) * largest <= 5e8 * (variance + epsilon).squareRoot()) {
            input.fail("inputs must not be so far from 0, measured by their deviation, that rounding shows")
        }
    }
    if overBatch, n > 0 {
        for j in 0..<d {
            let column = inputs.map { $0[j] }
            let largest = column.reduce(abs(means[j])) { max($0, abs($1)) }
            check(isTraining ? n : 1, largest, isTraining ? variance(column) : variances[j])
        }
    } else {
        for row in inputs { check(d, row.reduce(0) { max($0, abs($1)) }, variance(row)) }
    }
}
