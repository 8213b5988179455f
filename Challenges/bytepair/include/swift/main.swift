import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let count = input.int("the number of words", in: 0...1_000_000)
let words = (0..<count).map { _ in input.intList("a word") }
let vocabulary = input.int("vocabulary")
let merges = input.int("merges")
input.end()

let result = ChallengeKit.measured {
    bytePairEncoding(words: words, vocabulary: vocabulary, merges: merges)
}

// Counts go first, so that a wrong number of merges or words reaches the validator as such.
var output = ChallengeKit.Output()
output.write(result.merges.count)
for merge in result.merges { output.write([merge.first, merge.second]) }
output.write(result.words.count)
for word in result.words { output.write([word.count] + word) }
output.finish()
