import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let rows = input.int("rows")
let batchSize = input.int("batchSize")
let epochs = input.int("epochs")
let seed = input.int("seed")
let keepsLast = input.int("keepsLast") == 1
input.end()

let answer = ChallengeKit.measured {
    loadBatches(rows: rows, batchSize: batchSize, epochs: epochs, seed: seed, keepsLast: keepsLast)
}

var output = ChallengeKit.Output()
output.write(answer.count)
for batches in answer {
    output.write(batches.count)
    for batch in batches { output.list(batch) }
}
output.finish()
