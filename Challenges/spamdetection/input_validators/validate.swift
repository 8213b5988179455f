import ChallengeKit

/// The statement's limits.
let largestCount = 5000
let largestWords = 60
let largestWord = 80

/// Checks one message.
func checkMessage(_ input: inout Reader) {
    let count = input.int("the number of words", in: 0...largestWords)
    for _ in 0..<count {
        let word = input.word("a word")
        guard word.utf8.count <= largestWord else { input.fail("a word must have at most \(largestWord) bytes") }
        guard !word.unicodeScalars.contains(where: { $0 == "\u{FFFD}" || $0.value < 0x20 || $0.value == 0x7F }) else {
            input.fail("words must be UTF-8 without control characters")
        }
    }
}

validateInput { input in
    let n = input.int("the number of training messages", in: 2...largestCount)
    var spam = 0
    for _ in 0..<n {
        spam += input.int("a label", in: 0...1)
        checkMessage(&input)
    }
    guard spam > 0, spam < n else { input.fail("training needs messages of both labels") }
    for _ in 0..<input.int("the number of unseen messages", in: 1...largestCount) { checkMessage(&input) }
}
