import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let n = input.int("n")
let k = input.int("k")
let distinct = input.int("distinct")
let runs = input.int("runs")
let seed = input.int("seed")
let multiplier = input.int("multiplier")
let offset = input.int("offset")
input.end()

// The stream is computed, not stored: memory that grows with it is the solution's own.
var place = 0
func next() -> Int? {
    guard place < n else { return nil }
    defer { place += 1 }
    return (multiplier * (place % distinct) + offset) % 2_147_483_647
}

var chance = ChallengeKit.Random(seed: UInt64(seed))
var draws = 0
func random(_ bound: Int) -> Int {
    precondition(bound >= 1, "random(bound) needs a bound of at least 1")
    draws += 1
    return Int.random(in: 0..<bound, using: &chance)
}

var samples: [[Int]] = []
samples.reserveCapacity(runs)
ChallengeKit.measured {
    for _ in 0..<runs {
        place = 0
        samples.append(reservoirSample(next: next, k: k, random: random))
    }
}

// Counts go first, so that a sample of the wrong size reaches the validator as such.
var output = ChallengeKit.Output()
output.write(draws)
for sample in samples { output.write([sample.count] + sample) }
output.finish()
