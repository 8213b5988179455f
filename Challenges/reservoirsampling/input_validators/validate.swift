import ChallengeKit

validateInput { input in
    let n = input.int("n", in: 0...1_000_000)
    let k = input.int("k", in: 0...100_000)
    let distinct = input.int("the number of different items", in: 1...1_000_000)
    guard distinct <= max(n, 1) else { input.fail("there can be at most as many different items as items") }
    let runs = input.int("the number of runs", in: 1...100_000)
    guard n * runs <= 4_000_000 else { input.fail("all runs together must read at most 4000000 items") }
    guard min(n, k) * runs <= 400_000 else { input.fail("all runs together must return at most 400000 items") }
    _ = input.int("the seed", in: 0...Int.max)
    _ = input.int("the multiplier", in: 1...2_147_483_646)
    _ = input.int("the offset", in: 0...2_147_483_646)
}
