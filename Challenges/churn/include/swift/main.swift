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
var customers: [[String]] = []
var churned: [Int] = []
for _ in 0..<input.int("the number of training rows") {
    churned.append(input.int("a label"))
    customers.append(row())
}
let unseen = (0..<input.int("the number of unseen rows")).map { _ in row() }
input.end()

let probabilities = measured {
    churnProbabilities(header: header, customers: customers, churned: churned, unseen: unseen)
}

var output = Output()
output.list(probabilities)
output.finish()
