import ChallengeKit

@testable import Submission

struct Task {
    let points: [[Double]]
    let labels: [Int]
    let rounds: Int
}

// One file holds several tasks, so that a case tests a rule more than once.
var input = readInput()
let tasks = (0..<input.int("the number of tasks")).map { _ in
    let points = input.matrix("points")
    let labels = input.intList("labels")
    return Task(points: points, labels: labels, rounds: input.int("rounds"))
}
input.end()

let ensembles = measured {
    tasks.map { adaBoost(points: $0.points, labels: $0.labels, rounds: $0.rounds) }
}

var output = Output()
for stumps in ensembles {
    output.write(stumps.count)
    for stump in stumps {
        output.write([stump.feature, stump.polarity])
        output.write([stump.threshold, stump.alpha])
    }
}
output.finish()
