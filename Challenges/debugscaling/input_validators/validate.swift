import ChallengeKit

validateInput { input in
    let n = input.int("the number of rows", in: 1...100_000)
    let d = input.int("the number of columns", in: 1...1000)
    guard n * d <= 1_000_000 else { input.fail("there must be at most 1000000 numbers, not \(n * d)") }
    var rows: [[Double]] = []
    for _ in 0..<n {
        let row = input.doubles(count: d, "a number of a row")
        guard row.allSatisfy({ abs($0) <= 1e6 }) else { input.fail("no number may exceed 1e6 in magnitude") }
        rows.append(row)
    }
    let m = input.int("the number of test indices", in: 0...n - 1)
    var isTested = [Bool](repeating: false, count: n)
    for _ in 0..<m {
        let index = input.int("a test index", in: 0...n - 1)
        guard !isTested[index] else { input.fail("the test index \(index) is there twice") }
        isTested[index] = true
    }

    // The promised margin: rounding neither hides a constant column nor makes one.
    let train = (0..<n).filter { !isTested[$0] }.map { rows[$0] }
    for j in 0..<d {
        let first = train[0][j]
        if train.allSatisfy({ $0[j] == first }) {
            guard first == first.rounded(), abs(first) <= 1000 else {
                input.fail("a constant column must hold an integer of at most 1000 in magnitude, not \(first)")
            }
            continue
        }
        let mean = train.reduce(0) { $0 + $1[j] } / Double(train.count)
        let variance = train.reduce(0) { $0 + ($1[j] - mean) * ($1[j] - mean) } / Double(train.count)
        let largest = train.reduce(0) { max($0, abs($1[j])) }
        guard variance.squareRoot() >= max(0.001, 0.01 * largest) else {
            input.fail("the deviation of a column must be at least 0.001 and a hundredth of its largest magnitude")
        }
    }
}
