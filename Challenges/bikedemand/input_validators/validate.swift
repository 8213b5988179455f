import ChallengeKit

/// The statement's limits.
let largestCount = 10_000
let largestHires = 1_000_000
let largestCell = 40
let columns = ["time", "temperature", "humidity", "wind", "weather", "holiday"]

/// The cells of a row.
func cells(_ what: String, _ input: inout Reader) -> [String] {
    let word = input.word(what)
    guard !word.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value >= 0x7F }) else {
        input.fail("cells must be of printable ASCII characters")
    }
    let cells = word.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard cells.allSatisfy({ $0.utf8.count <= largestCell }) else {
        input.fail("a cell must have at most \(largestCell) bytes")
    }
    return cells
}

validateInput { input in
    let header = cells("the header", &input)
    guard Set(header).count == header.count else { input.fail("each column must have a name of its own") }
    for name in columns where !header.contains(name) { input.fail("there is no column \(name)") }
    for name in header where !columns.contains(name) && name != "members" {
        input.fail("there is a column that the statement does not know")
    }
    let time = header.firstIndex(of: "time")!
    func row() {
        let cells = cells("a row", &input)
        guard cells.count == header.count else { input.fail("rows must have as many cells as the header") }
        guard cells[time].contains(where: { $0.isNumber }) else { input.fail("a row must say when it was") }
    }
    let n = input.int("the number of training rows", in: 1...largestCount)
    for _ in 0..<n {
        _ = input.int("a count", in: 0...largestHires)
        row()
    }
    for _ in 0..<input.int("the number of unseen rows", in: 1...largestCount) { row() }
}
