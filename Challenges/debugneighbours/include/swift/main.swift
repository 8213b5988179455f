import ChallengeKit

@testable import Submission

/// A matrix of whole numbers: `rows columns`, then its rows.
func wholeNumbers(_ data: inout Reader, _ what: String) -> [[Int]] {
    let rows = data.int("the number of \(what)", in: 0...1_000_000)
    let columns = data.int("the number of columns of \(what)", in: 0...1_000_000)
    return (0..<rows).map { _ in data.ints(count: columns, "a coordinate of \(what)") }
}

var data = readInput()
let points = wholeNumbers(&data, "points")
let ids = data.intList("ids")
let queries = wholeNumbers(&data, "queries")
let k = data.int("k")
data.end()

let answers = measured { nearestIDs(points: points, ids: ids, queries: queries, k: k) }

var output = Output()
output.write(answers.count)
for answer in answers { output.list(answer) }
output.finish()
