import ChallengeKit

@testable import Submission

var input = readInput()

/// A message: the number of its words, and the words.
func message() -> String {
    let count = input.int("the number of words")
    return (0..<count).map { _ in input.word() }.joined(separator: " ")
}

var messages: [String] = []
var labels: [Int] = []
for _ in 0..<input.int("the number of training messages") {
    labels.append(input.int("a label"))
    messages.append(message())
}
let unseen = (0..<input.int("the number of unseen messages")).map { _ in message() }
input.end()

let scores = measured { spamScores(messages: messages, labels: labels, unseen: unseen) }

var output = Output()
output.list(scores)
output.finish()
