import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let n = input.int("n", in: 1...1_000_000)
let m = input.int("m", in: 0...1_000_000)
let d = input.int("d", in: 0...1_000_000)
let c = input.int("c", in: 0...1_000_000)

/// Rows of `d` numbers and `c` categories; a question mark is a missing one.
func readRows(_ count: Int) -> (numbers: [[Double?]], categories: [[Int?]]) {
    var rows: (numbers: [[Double?]], categories: [[Int?]]) = ([], [])
    for _ in 0..<count {
        rows.numbers.append(
            (0..<d).map { _ in
                let word = input.word("a number")
                return word == "?" ? nil : Double(word)
            })
        rows.categories.append(
            (0..<c).map { _ in
                let word = input.word("a category")
                return word == "?" ? nil : Int(word)
            })
    }
    return rows
}

let training = readRows(n)
let test = readRows(m)
input.end()

let result = ChallengeKit.measured {
    preprocess(
        trainNumbers: training.numbers, trainCategories: training.categories, testNumbers: test.numbers,
        testCategories: test.categories)
}

// Counts go first, so that rows of the wrong length reach the validator as such.
var output = ChallengeKit.Output()
for rows in [result.train, result.test] {
    output.write(rows.count)
    for row in rows {
        output.list(row.values)
        output.list(row.ones)
    }
}
output.finish()
