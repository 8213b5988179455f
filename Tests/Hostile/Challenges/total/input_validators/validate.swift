import ChallengeKit

validateInput { input in
    let count = input.int("n", in: 1...1000)
    for _ in 0..<count { _ = input.int("a value", in: 0...1_000_000) }
}
