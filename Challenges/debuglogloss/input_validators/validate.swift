import ChallengeKit

validateInput { input in
    let rows = input.int("the number of rows", in: 0...100_000)
    let classes = input.int("the number of classes", in: 1...10_000)
    if rows * classes > 250_000 { input.fail("there must be at most 250000 logits, not \(rows * classes)") }
    for _ in 0..<rows {
        for _ in 0..<classes where abs(input.double("a logit")) > 1e5 {
            input.fail("no logit may exceed 1e5 in magnitude")
        }
    }
    let count = input.int("the number of labels")
    if count != rows { input.fail("there must be one label for each row: \(rows) rows, \(count) labels") }
    for _ in 0..<rows { _ = input.int("a label", in: -1...classes - 1) }
}
