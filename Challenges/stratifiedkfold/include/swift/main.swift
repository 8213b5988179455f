import ChallengeKit

@testable import Submission

var input = readInput()
let labels = input.intList("labels")
let folds = input.int("folds")
input.end()

let splits = measured {
    stratifiedKFold(labels: labels, folds: folds)
}

// Counts go first, so that a wrong number of folds or indices reaches the validator as such.
var output = Output()
output.write(splits.count)
for split in splits {
    output.list(split.test)
    output.list(split.train)
}
output.finish()
