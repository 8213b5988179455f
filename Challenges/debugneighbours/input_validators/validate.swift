import ChallengeKit

/// The statement's limits.
let largestCount = 100_000
let largestColumns = 1_000
let largestQueries = 5_000
let largestNumber = 1_000_000
let largestCoordinate = 1_000_000
let largestID = 1_000_000_000
let largestInput = 1_000_000
let largestWork = 50_000_000
let largestOutput = 500_000

/// Checks `rows` rows of `columns` whole numbers.
func check(_ input: inout Reader, _ what: String, _ rows: Int, _ columns: Int) {
    guard rows * columns <= largestInput else { input.fail("\(what) must have at most \(largestInput) coordinates") }
    for _ in 0..<(rows * columns) {
        _ = input.int("a coordinate of \(what)", in: -largestCoordinate...largestCoordinate)
    }
}

validateInput { input in
    let n = input.int("the number of points", in: 1...largestCount)
    let d = input.int("the number of columns of points", in: 1...largestColumns)
    check(&input, "points", n, d)
    let ids = input.intList("ids")
    guard ids.count == n else { input.fail("there must be as many ids as points") }
    guard ids.allSatisfy({ (0...largestID).contains($0) }) else { input.fail("ids must be from 0 to 1e9") }
    guard Set(ids).count == n else { input.fail("no two ids may be equal") }
    let q = input.int("the number of queries", in: 0...largestQueries)
    let columns = input.int("the number of columns of queries", in: 0...largestColumns)
    guard columns == d else { input.fail("queries must have \(d) columns like the points") }
    check(&input, "queries", q, d)
    let k = input.int("k", in: 0...largestNumber)
    guard q * n * d <= largestWork else { input.fail("q * n * d must be at most \(largestWork)") }
    guard q * min(k, n) <= largestOutput else { input.fail("q * min(k, n) must be at most \(largestOutput)") }
}
