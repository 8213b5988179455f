import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let weights = input.doubleList("weights")
let uniforms = input.doubleList("uniforms")
input.end()

let draws = ChallengeKit.measured { drawWeighted(weights: weights, uniforms: uniforms) }

var output = ChallengeKit.Output()
output.list(draws)
output.finish()
