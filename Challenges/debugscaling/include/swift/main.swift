import ChallengeKit

@testable import Submission

/// Announces rows of different lengths as rows of length -1, which the validator reports.
private func write(_ rows: [[Double]], to output: inout ChallengeKit.Output) {
    let columns = rows.first?.count ?? 0
    output.write([rows.count, rows.allSatisfy { $0.count == columns } ? columns : -1])
    for row in rows { output.write(row) }
}

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let rows = input.matrix("rows")
let testIndices = input.intList("testIndices")
input.end()

let answer = ChallengeKit.measured { standardiseSplit(rows: rows, testIndices: testIndices) }

var output = ChallengeKit.Output()
write(answer.train, to: &output)
write(answer.test, to: &output)
output.finish()
