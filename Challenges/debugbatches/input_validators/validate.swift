import ChallengeKit

validateInput { input in
    let n = input.int("the number of rows", in: 1...200_000)
    _ = input.int("the batch size", in: 1...200_000)
    let e = input.int("the number of epochs", in: 0...200_000)
    guard n * e <= 1_000_000 else { input.fail("rows times epochs must be at most 1000000") }
    _ = input.int("the seed", in: 1...2_147_483_646)
    _ = input.int("whether the last short batch is kept", in: 0...1)
}
