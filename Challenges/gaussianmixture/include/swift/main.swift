import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()
let points = input.matrix("points")
let weights = input.doubleList("weights")
let means = input.matrix("means")
let variances = input.matrix("variances")
let iterations = input.int("iterations")
let varianceFloor = input.double("varianceFloor")
input.end()

let result = ChallengeKit.measured {
    fitMixture(
        points: points, weights: weights, means: means, variances: variances, iterations: iterations,
        varianceFloor: varianceFloor)
}

// Rows of different lengths are announced as rows of length -1, which the validator reports.
var output = ChallengeKit.Output()
output.list(result.weights)
for rows in [result.means, result.variances] {
    let columns = rows.first?.count ?? 0
    output.write([rows.count, rows.allSatisfy { $0.count == columns } ? columns : -1])
    for row in rows { output.write(row) }
}
output.write(result.logLikelihood)
output.finish()
