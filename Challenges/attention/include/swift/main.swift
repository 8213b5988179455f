import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let queries = input.matrix("queries")
let keys = input.matrix("keys")
let values = input.matrix("values")
let keyMask = input.intList("the key mask").map { $0 == 1 }
let isCausal = input.int("whether it is causal") == 1
input.end()

let answer = ChallengeKit.measured {
    attention(queries: queries, keys: keys, values: values, keyMask: keyMask, isCausal: isCausal)
}

// Rows of different lengths are announced as rows of length -1, which the validator reports.
let columns = answer.first?.count ?? 0
let isMatrix = answer.allSatisfy { $0.count == columns }
var output = ChallengeKit.Output()
output.write([answer.count, isMatrix ? columns : -1])
for row in answer { output.write(row) }
output.finish()
