import ChallengeKit

@testable import Submission

var data = readInput()
let channels = data.int("the number of input channels")
let input = (0..<channels).map { _ in data.matrix("an input channel") }
let count = data.int("the number of kernels")
let kernels = (0..<count).map { _ in (0..<channels).map { _ in data.matrix("a kernel's channel") } }
let bias = data.doubleList("the bias")
let stride = data.int("the stride")
let padding = data.int("the padding")
data.end()

let result = measured {
    convolve(input: input, kernels: kernels, bias: bias, stride: stride, padding: padding)
}

var output = Output()
output.write(result.count)
for channel in result {
    let columns = channel.first?.count ?? 0
    if channel.allSatisfy({ $0.count == columns }) {
        output.matrix(channel)
    } else {
        // Rows of different lengths must not pass for a matrix by chance: -1 columns tell the validator.
        output.write([channel.count, -1])
        for row in channel { output.list(row) }
    }
}
output.finish()
