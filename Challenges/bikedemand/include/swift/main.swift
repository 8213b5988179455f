import ChallengeKit

@testable import Submission

var input = readInput()

/// A row: its cells are separated by bars, and spaces within them are written as low lines.
func row() -> [String] {
    input.word("a row").split(separator: "|", omittingEmptySubsequences: false).map { cell in
        String(cell.map { $0 == "_" ? " " : $0 })
    }
}

let header = row()
var rows: [[String]] = []
var counts: [Int] = []
for _ in 0..<input.int("the number of training rows") {
    counts.append(input.int("a count"))
    rows.append(row())
}
let unseen = (0..<input.int("the number of unseen rows")).map { _ in row() }
input.end()

let predictions = measured { bikeCounts(header: header, rows: rows, counts: counts, unseen: unseen) }

var output = Output()
output.list(predictions)
output.finish()
