import ChallengeKit

/// The statement's limits.
let mostRows = 20_000
let mostColumns = 500
let mostEntries = 2_000_000
let largestNumber = 1e9
let largestCategory = 1_000_000_000

/// Checks what the statement promises of the numbers in the training rows of a column, so that no order of sums matters.
func check(_ column: [Double?], in input: Reader) {
    let present = column.compactMap { $0 }.sorted()
    guard let least = present.first, let largest = present.last else { return }
    if least == largest {
        if least != least.rounded() { input.fail("a column whose numbers are all equal must hold integers") }
        return
    }
    let median = (present[present.count / 2] + present[(present.count - 1) / 2]) / 2
    let values = column.map { $0 ?? median }
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    let deviation = variance.squareRoot()
    let magnitude = max(abs(least), abs(largest))
    guard deviation >= 1e-6, magnitude <= 1e7 * deviation else {
        input.fail("the deviation of a column must be at least 1e-6, and 1e-7 of its largest magnitude")
    }
    // Sums of quarters are exact; other sums lose digits far from zero.
    let isQuartered = present.allSatisfy { $0 * 4 == ($0 * 4).rounded() } && magnitude <= 1e8
    guard magnitude <= 1e4 * deviation || isQuartered else {
        input.fail("a column more than 1e4 deviations from zero must hold multiples of 0.25, at most 1e8")
    }
}

validateInput { input in
    let n = input.int("the number of training rows", in: 1...mostRows)
    let m = input.int("the number of test rows", in: 0...mostRows)
    let d = input.int("the number of numeric columns", in: 0...mostColumns)
    let c = input.int("the number of categorical columns", in: 0...mostColumns)
    guard d + c >= 1 else { input.fail("there must be at least one column") }
    guard (n + m) * (d + c) <= mostEntries else { input.fail("there must be at most \(mostEntries) entries") }
    var columns = [[Double?]](repeating: [], count: d)
    for row in 0..<(n + m) {
        for j in 0..<d {
            var probe = input
            if probe.word("a number or ?") == "?" {
                input = probe
                if row < n { columns[j].append(nil) }
                continue
            }
            let value = input.double("a number or ?")
            guard abs(value) <= largestNumber else {
                input.fail("a number is at most 1e9 in magnitude, found \(value)")
            }
            if row < n { columns[j].append(value) }
        }
        for _ in 0..<c {
            var probe = input
            if probe.word("a category or ?") == "?" {
                input = probe
            } else {
                _ = input.int("a category or ?", in: 0...largestCategory)
            }
        }
    }
    for column in columns { check(column, in: input) }
}
