import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let actual = input.intList("actual")
let predicted = input.intList("predicted")
let classes = input.int("classes")
input.end()

let answer = ChallengeKit.measured {
    classificationMetrics(actual: actual, predicted: predicted, classes: classes)
}

var output = ChallengeKit.Output()
// Each row's length goes before it, so that rows of unequal length reach the validator as such.
output.write(answer.confusion.count)
for row in answer.confusion { output.write([row.count] + row) }
output.write(answer.accuracy)
output.list(answer.precision)
output.list(answer.recall)
output.list(answer.f1)
output.write(answer.macroF1)
output.write(answer.microF1)
output.finish()
