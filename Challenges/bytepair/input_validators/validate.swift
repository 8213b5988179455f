import ChallengeKit

validateInput { input in
    let count = input.int("the number of words", in: 0...100_000)
    var tokens = 0
    var largest = -1
    for _ in 0..<count {
        let length = input.int("the length of a word", in: 0...100_000)
        tokens += length
        guard tokens <= 100_000 else { input.fail("words must have at most 100000 ids in all") }
        for _ in 0..<length { largest = max(largest, input.int("an id", in: 0...999_999_999)) }
    }
    let vocabulary = input.int("vocabulary", in: 1...1_000_000_000)
    guard largest < vocabulary else { input.fail("ids must be below vocabulary") }
    let merges = input.int("merges", in: 0...1_000_000_000)
    // Each merge takes two ids away at least.
    guard tokens * min(merges, tokens / 2) <= 10_000_000 else {
        input.fail("ids times merges must be at most 10000000")
    }
}
