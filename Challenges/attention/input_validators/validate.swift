import ChallengeKit

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

validateInput { input in
    let (queries, d) = matrix("queries", rows: 0...5000, columns: 1...512, limit: 1e6, in: &input)
    let (keys, keyWidth) = matrix("keys", rows: 1...5000, columns: 1...512, limit: 1e6, in: &input)
    if keyWidth != d { input.fail("queries and keys must have the same width, not \(d) and \(keyWidth)") }
    let (values, v) = matrix("values", rows: 1...5000, columns: 1...512, limit: 1e9, in: &input)
    if values.count != keys.count { input.fail("there must be one value for each key") }
    if queries.count * keys.count * (d + v) > 50_000_000 { input.fail("q * n * (d + v) must be at most 5e7") }

    let count = input.int("the length of the key mask")
    if count != keys.count { input.fail("there must be one entry of the mask for each key") }
    for _ in 0..<count { _ = input.int("an entry of the key mask", in: 0...1) }
    _ = input.int("whether it is causal", in: 0...1)

    // Rounding of a score is proportional to this sum; the statement promises it to be small enough for the tolerance.
    let limit = 20_000 * Double(d).squareRoot() * (1 + 1e-9)
    for query in queries {
        for key in keys {
            var sum = 0.0
            for column in 0..<d { sum += abs(query[column] * key[column]) }
            if sum > limit { input.fail("the sum of |query * key| must be at most 20000 * sqrt(d) for each pair") }
        }
    }
}
