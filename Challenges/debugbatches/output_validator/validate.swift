import ChallengeKit

// The answer is unique, and computed here. An epoch is checked for its batches, then for its rows, then for their order; what
// comes first is told.
//
// Messages say what is wrong about the answer, and not which line of the starter may be to blame.
var validator = OutputValidator()
let n = validator.input.int("the number of rows")
let b = validator.input.int("the batch size")
let e = validator.input.int("the number of epochs")
var state = validator.input.int("the seed")
let keepsLast = validator.input.int("whether the last short batch is kept") == 1
validator.input.end()

let wantedCount = keepsLast ? (n + b - 1) / b : n / b
let wantedOrders: [[Int]] = (0..<e).map { _ in
    var order = Array(0..<n)
    var i = n - 1
    while i > 0 {
        state = state * 48271 % 2_147_483_647
        order.swapAt(i, state % (i + 1))
        i -= 1
    }
    return order
}

/// The rows of one batch, by their places in an epoch's order.
func places(_ batch: Int) -> Range<Int> { batch * b..<min(n, batch * b + b) }

// The answer file is the author's or the model solution's; it must agree with what is computed here.
if !validator.answer.isAtEnd() {
    var isRight = validator.answer.int("the number of epochs") == e
    for order in wantedOrders where isRight {
        isRight = validator.answer.int("the number of batches") == wantedCount
        for batch in 0..<wantedCount where isRight {
            isRight = validator.answer.intList("a batch") == Array(order[places(batch)])
        }
    }
    guard isRight else { validator.answer.fail("this is not the right answer") }
    validator.answer.end()
}

let epochs = validator.output.int("the number of epochs")
validator.require(
    epochs == e, "There must be as many epochs as were asked for.", detail: "\(epochs) epochs, expected \(e)")
for (epoch, wanted) in wantedOrders.enumerated() {
    let count = validator.output.int("the number of batches")
    validator.require(
        count >= wantedCount, "An epoch has too few batches.",
        detail: "epoch \(epoch): \(count) batches, expected \(wantedCount)")
    validator.require(
        count == wantedCount, "An epoch has too many batches.",
        detail: "epoch \(epoch): \(count) batches, expected \(wantedCount)")
    var found: [Int] = []
    for batch in 0..<count {
        let size = validator.output.int("the number of rows of a batch")
        validator.require(
            size >= places(batch).count, "A batch has too few rows.", detail: "epoch \(epoch), batch \(batch): \(size)")
        validator.require(
            size == places(batch).count, "A batch has too many rows.", detail: "epoch \(epoch), batch \(batch): \(size)"
        )
        found += validator.output.ints(count: size, "a row")
    }
    validator.require(
        found.allSatisfy { $0 >= 0 && $0 < n }, "A batch names a row that does not exist.", detail: "epoch \(epoch)")
    var isNamed = [Bool](repeating: false, count: n)
    for row in found {
        validator.require(!isNamed[row], "An epoch names a row twice.", detail: "epoch \(epoch), row \(row)")
        isNamed[row] = true
    }
    if found != Array(wanted[..<found.count]) {
        // Who turned batches round, or sorted them, has the right rows in each; in a single batch that says nothing.
        let hasRightRows = (0..<count).allSatisfy { found[places($0)].sorted() == wanted[places($0)].sorted() }
        validator.require(
            !hasRightRows || b == 1 || count == 1, "Each batch has the right rows, but not in the right order.",
            detail: "epoch \(epoch)")
        validator.require(epoch > 0, "The order of the first epoch is wrong.")
        validator.reject(
            "The order of the first epoch is right, but that of another is wrong.", detail: "epoch \(epoch)")
    }
}
validator.accept()
