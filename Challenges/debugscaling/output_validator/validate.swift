import ChallengeKit

// Each number must be within 1e-8, relative to its size where that is above 1, of what is computed here.
//
// Why that is fair: deviations are at least a hundredth of the largest magnitude of a column's training rows, so even the mean
// of squares less the square of the mean, added up in any order over 1e5 rows, is off by less. Why it is strict enough: sums in
// `Float` are off by more than 1e-8, and all other mistakes by far more.
//
// Messages say what is wrong about the answer, and not which line of the starter may be to blame.
let tolerance = 1e-8

/// What the solution was given, and what is right for it.
struct Problem {
    let train: [[Double]]
    let test: [[Double]]
    /// The test rows in the order in which they stand among all rows.
    let testInRowOrder: [[Double]]
    let columns: Int

    init(_ input: inout Reader) {
        let rows = input.matrix("rows")
        let testIndices = input.intList("testIndices")
        input.end()
        columns = rows[0].count
        let tested = Set(testIndices)
        let trained = rows.indices.filter { !tested.contains($0) }.map { rows[$0] }
        let count = Double(trained.count)
        var means: [Double] = []
        var deviations: [Double] = []
        for j in 0..<rows[0].count {
            let mean = trained.reduce(0) { $0 + $1[j] } / count
            let squares = trained.reduce(0) { $0 + ($1[j] - mean) * ($1[j] - mean) }
            let isConstant = trained.allSatisfy { $0[j] == trained[0][j] }
            means.append(mean)
            deviations.append(isConstant ? 1 : (squares / count).squareRoot())
        }
        func scaled(_ row: [Double]) -> [Double] { row.indices.map { (row[$0] - means[$0]) / deviations[$0] } }
        train = trained.map(scaled)
        test = testIndices.map { scaled(rows[$0]) }
        testInRowOrder = testIndices.sorted().map { scaled(rows[$0]) }
    }
}

/// Whether all numbers of `found` are near those of `wanted`.
func fits(_ found: [[Double]], _ wanted: [[Double]], within tolerance: Double = tolerance) -> Bool {
    zip(found, wanted).allSatisfy { left, right in
        zip(left, right).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    }
}

/// Whether `found` holds the rows of `wanted` in another order.
func fitsInAnotherOrder(_ found: [[Double]], _ wanted: [[Double]]) -> Bool {
    func sorted(_ rows: [[Double]]) -> [[Double]] {
        // Rounded, so that rows that differ in the last digits come in the same place.
        rows.sorted { left, right in
            left.map { ($0 * 1e6).rounded() }.lexicographicallyPrecedes(right.map { ($0 * 1e6).rounded() })
        }
    }
    return fits(sorted(found), sorted(wanted))
}

/// What is wrong with training rows of the right shape.
func explainTrain(_ found: [[Double]], _ problem: Problem) -> String {
    if fits(found, problem.train, within: 1e-5) { return "The numbers are right to a few digits only." }
    if fitsInAnotherOrder(found, problem.train) {
        return "The training rows are not in the order of rows."
    }
    let count = Double(found.count)
    for j in 0..<problem.columns {
        let mean = found.reduce(0) { $0 + $1[j] } / count
        if !(abs(mean) <= 1e-7) { return "The training rows of a column do not have mean 0." }
    }
    for j in 0..<problem.columns {
        let square = found.reduce(0) { $0 + $1[j] * $1[j] } / count
        let wanted = problem.train.reduce(0) { $0 + $1[j] * $1[j] } / count
        if !(abs(square - wanted) <= 1e-7) {
            return "The training rows of a column do not have standard deviation 1, or 0 where the column is constant."
        }
    }
    return "A training row is wrong, though the training rows of each column have the right mean and deviation."
}

/// What is wrong with test rows of the right shape, where the training rows are right.
func explainTest(_ found: [[Double]], _ problem: Problem) -> String {
    if fits(found, problem.test, within: 1e-5) { return "The numbers are right to a few digits only." }
    if fits(found, problem.testInRowOrder) || fitsInAnotherOrder(found, problem.test) {
        return "The test rows are not in the order of testIndices."
    }
    return "A test row is wrong, though the training rows are right."
}

extension OutputValidator {
    /// A matrix of the output in the shape of `wanted`.
    mutating func rows(like wanted: [[Double]], columns: Int, _ what: String, _ shape: String) -> [[Double]] {
        let count = output.int("the number of \(what)")
        let found = output.int("the number of columns of the \(what)")
        require(count == wanted.count, shape, detail: "\(count) \(what), expected \(wanted.count)")
        require(
            found == (wanted.isEmpty ? 0 : columns), "Each of the \(what) must have one number for each column.",
            detail: "\(found) columns, expected \(columns)")
        return wanted.map { row in
            row.map { _ in
                var probe = output
                if ["nan", "-nan", "inf", "-inf"].contains(probe.word("a number of the \(what)")) {
                    reject("A number of the \(what) is not finite.")
                }
                return output.double("a number of the \(what)")
            }
        }
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    let train = validator.answer.matrix("training rows")
    let test = validator.answer.matrix("test rows")
    validator.answer.end()
    if train.map(\.count) != problem.train.map(\.count) || test.map(\.count) != problem.test.map(\.count)
        || !fits(train, problem.train) || !fits(test, problem.test)
    {
        validator.answer.fail("this is not the right answer")
    }
}

let train = validator.rows(
    like: problem.train, columns: problem.columns, "training rows",
    "There must be one training row for each row that is not tested.")
let test = validator.rows(
    like: problem.test, columns: problem.columns, "test rows", "There must be one test row for each test index.")
validator.require(fits(train, problem.train), explainTrain(train, problem))
validator.require(fits(test, problem.test), explainTest(test, problem))
validator.accept()
