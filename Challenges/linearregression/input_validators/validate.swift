import ChallengeKit

/// Where a column's values lie.
struct Spread {
    var mean = 0.0
    var deviation = 0.0
    let isConstant: Bool

    init(_ values: [Double]) {
        let count = Double(values.count)
        isConstant = values.allSatisfy { $0 == values[0] }
        if isConstant {
            mean = values[0]
        } else {
            let average = values.reduce(0, +) / count
            mean = average
            deviation = (values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / count).squareRoot()
        }
    }
}

/// The diagonal of R in the Householder QR decomposition with column pivoting, largest first.
func pivots(of matrix: [[Double]]) -> [Double] {
    var columns = matrix
    let rows = columns.first?.count ?? 0
    var diagonal: [Double] = []
    for step in 0..<min(rows, columns.count) {
        let lengths = (step..<columns.count).map { column in
            columns[column][step...].reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        var best = 0
        for index in lengths.indices where lengths[index] > lengths[best] { best = index }
        diagonal.append(lengths[best])
        if lengths[best] == 0 { break }
        columns.swapAt(step, step + best)
        var reflector = Array(columns[step][step...])
        reflector[0] += reflector[0] < 0 ? -lengths[best] : lengths[best]
        let square = reflector.reduce(0) { $0 + $1 * $1 }
        for column in step..<columns.count {
            var along = 0.0
            for row in 0..<reflector.count { along += reflector[row] * columns[column][step + row] }
            along *= 2 / square
            for row in 0..<reflector.count { columns[column][step + row] -= along * reflector[row] }
        }
    }
    return diagonal
}

/// What the statement promises of every column of the points and of the targets.
func check(_ spread: Spread, _ what: String, in input: Reader) {
    if spread.isConstant { return }
    if spread.deviation < 1e-8 || spread.deviation > 1e8 {
        input.fail("\(what) must be constant or have a standard deviation between 1e-8 and 1e8")
    }
    if spread.deviation < 1e-8 * abs(spread.mean) {
        input.fail("\(what) must have a standard deviation of at least 1e-8 times its mean, or be constant")
    }
}

validateInput { input in
    let points = input.matrix("points")
    let n = points.count
    if n < 1 || n > 100_000 { input.fail("there must be 1 to 100000 points, not \(n)") }
    let d = points[0].count
    if d < 1 || d > 500 { input.fail("there must be 1 to 500 features, not \(d)") }
    if n * d > 1_000_000 { input.fail("there must be at most 1000000 numbers in the points, not \(n * d)") }
    let targets = input.doubleList("targets")
    if targets.count != n { input.fail("there are \(n) points but \(targets.count) targets") }
    for value in points.joined() where abs(value) > 1e9 { input.fail("no feature may exceed 1e9 in magnitude") }
    for value in targets where abs(value) > 1e9 { input.fail("no target may exceed 1e9 in magnitude") }

    check(Spread(targets), "the targets", in: input)
    var columns: [[Double]] = []
    var smallest = Double.infinity
    var largest = 0.0
    for feature in 0..<d {
        let column = points.map { $0[feature] }
        let spread = Spread(column)
        check(spread, "feature \(feature)", in: input)
        if spread.isConstant { continue }
        smallest = min(smallest, spread.deviation)
        largest = max(largest, spread.deviation)
        let length = spread.deviation * Double(n).squareRoot()
        columns.append(column.map { ($0 - spread.mean) / length })
    }
    if largest > 1.01e10 * smallest { input.fail("standard deviations of features may differ by a factor of 1e10") }

    // A pivot is never smaller than the smallest singular value of what is not yet eliminated, so one between the
    // two bounds proves that the condition number is above 1e6 and yet not infinite up to rounding.
    for pivot in pivots(of: columns) where pivot < 1e-6 && pivot > 1e-11 {
        input.fail("the scaled, centred features must have a condition number of at most 1e6, up to exact dependence")
    }
}
