import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let start = input.doubleList("start")
let transitions = start.map { _ in input.doubles(count: start.count, "a transition") }
let end = input.int("end")
let steps = input.int("steps")
let width = input.int("width")
let lengthExponent = input.double("lengthExponent")
input.end()

let hypotheses = ChallengeKit.measured {
    beamSearch(
        start: start, transitions: transitions, end: end, steps: steps, width: width, lengthExponent: lengthExponent)
}

var output = ChallengeKit.Output()
output.write(hypotheses.count)
for hypothesis in hypotheses {
    output.list(hypothesis.tokens)
    output.write(hypothesis.score)
}
output.finish()
