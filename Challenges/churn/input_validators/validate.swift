import ChallengeKit

/// The statement's limits.
let largestCount = 5000
let largestColumns = 20
let largestCell = 40
let columns = [
    "customer_id", "tenure", "contract", "plan", "region", "monthly_charge", "support_calls", "data_usage",
    "days_since_login", "age", "payment", "autopay",
]

/// The cells of a row.
func cells(_ what: String, _ input: inout Reader) -> [String] {
    let word = input.word(what)
    guard !word.unicodeScalars.contains(where: { $0 == "\u{FFFD}" || $0.value < 0x20 || $0.value == 0x7F }) else {
        input.fail("cells must be UTF-8 without control characters")
    }
    let cells = word.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard cells.allSatisfy({ $0.utf8.count <= largestCell }) else {
        input.fail("a cell must have at most \(largestCell) bytes")
    }
    return cells
}

validateInput { input in
    let header = cells("the header", &input)
    guard header.count <= largestColumns else { input.fail("there must be at most \(largestColumns) columns") }
    guard Set(header).count == header.count else { input.fail("each column must have a name of its own") }
    for name in columns where !header.contains(name) { input.fail("there is no column \(name)") }
    for name in header where !columns.contains(name) && name != "exit_survey" {
        input.fail("there is a column that the statement does not know")
    }
    func row() {
        guard cells("a row", &input).count == header.count else {
            input.fail("rows must have as many cells as the header")
        }
    }
    let n = input.int("the number of training rows", in: 2...largestCount)
    var left = 0
    for _ in 0..<n {
        left += input.int("a label", in: 0...1)
        row()
    }
    guard left > 0, left < n else { input.fail("training needs rows of both labels") }
    for _ in 0..<input.int("the number of unseen rows", in: 1...largestCount) { row() }
}
