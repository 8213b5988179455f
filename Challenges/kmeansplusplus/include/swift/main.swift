import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let points = input.matrix("points")
let k = input.int("k")
let uniforms = input.doubleList("uniforms")
input.end()

let result = ChallengeKit.measured { seedCentres(points: points, k: k, uniforms: uniforms) }

var output = ChallengeKit.Output()
output.list(result.indices)
output.write(result.potential)
output.finish()
