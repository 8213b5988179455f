import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let count = input.int("the number of queries", in: 0...100_000)
var scores: [[Double]] = []
var grades: [[Int]] = []
for _ in 0..<count {
    scores.append(input.doubleList("scores"))
    grades.append(input.intList("grades"))
}
let k = input.int("k")
input.end()

let (documentScores, documentGrades) = (scores, grades)
let answer = ChallengeKit.measured { rankingMetrics(scores: documentScores, grades: documentGrades, k: k) }

var output = ChallengeKit.Output()
output.list(answer.dcg)
output.list(answer.ndcg)
output.list(answer.reciprocalRank)
output.write(answer.meanNDCG)
output.write(answer.meanReciprocalRank)
output.finish()
