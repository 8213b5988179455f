import ChallengeKit

@testable import Submission

struct Node {
    let points: [[Double]]
    let labels: [Int]
    let entropy: Bool
}

// One file holds several nodes, so that a case tests a rule more than once.
var input = readInput()
let nodes = (0..<input.int("the number of nodes")).map { _ in
    let points = input.matrix("points")
    let labels = input.intList("labels")
    return Node(points: points, labels: labels, entropy: input.int("the criterion") == 1)
}
input.end()

let splits = measured {
    nodes.map { bestSplit(points: $0.points, labels: $0.labels, entropy: $0.entropy) }
}

var output = Output()
for split in splits {
    if let split {
        output.write([1, split.feature])
        output.write([split.threshold, split.gain])
    } else {
        output.write(0)
    }
}
output.finish()
