import ChallengeKit

validateInput { input in
    let n = input.int("the number of labels", in: 2...100_000)
    for _ in 0..<n { _ = input.int("a label", in: 0...1_000_000_000) }
    let folds = input.int("the number of folds", in: 2...n)
    guard n * folds <= 1_000_000 else { input.fail("labels times folds must be at most 1000000") }
}
