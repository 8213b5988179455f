import ChallengeKit

@testable import Submission

var input = ChallengeKit.readInput()
let values = input.intList("values")
input.end()

let answer = ChallengeKit.measured { total(values) }

var output = ChallengeKit.Output()
output.write(answer)
output.finish()
