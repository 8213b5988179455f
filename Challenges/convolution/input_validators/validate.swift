import ChallengeKit

/// The statement's limits.
let largestCount = 512
let largestSide = 2048
let largestKernelSide = 128
let largestStride = 100
let largestPadding = 256
let largestWork = 100_000_000
let largestTotal = 1_000_000
let largestPadded = 4_000_000
let largestOutput = 600_000
let smallestMagnitude = 1e-9
let largestMagnitude = 1e9

/// Checks every number of one matrix or list.
func check(_ values: some Sequence<Double>, _ what: String, in input: Reader) {
    for value in values where value != 0 {
        // Products and their sums then neither overflow nor underflow.
        guard value.magnitude >= smallestMagnitude, value.magnitude <= largestMagnitude else {
            input.fail("\(what): every number is 0 or between 1e-9 and 1e9 in magnitude, found \(value)")
        }
    }
}

/// Reads `count` matrices of one shape, with sides from 1 to `largest`.
func readMatrices(_ count: Int, _ what: String, upTo largest: Int, from input: inout Reader) -> (
    rows: Int, columns: Int
) {
    var shape = (rows: 0, columns: 0)
    for index in 0..<count {
        let matrix = input.matrix(what)
        guard (1...largest).contains(matrix.count), (1...largest).contains(matrix[0].count) else {
            input.fail("\(what) must have 1 to \(largest) rows and as many columns")
        }
        if index == 0 { shape = (matrix.count, matrix[0].count) }
        guard shape == (matrix.count, matrix[0].count) else { input.fail("\(what) has another shape than the first") }
        check(matrix.joined(), what, in: input)
    }
    return shape
}

validateInput { input in
    let channels = input.int("the number of input channels", in: 1...largestCount)
    let image = readMatrices(channels, "an input channel", upTo: largestSide, from: &input)
    let count = input.int("the number of kernels", in: 1...largestCount)
    let kernel = readMatrices(count * channels, "a kernel's channel", upTo: largestKernelSide, from: &input)
    let bias = input.doubleList("the bias")
    guard bias.count == count else { input.fail("there are \(count) kernels but \(bias.count) numbers in the bias") }
    check(bias, "the bias", in: input)
    let stride = input.int("the stride", in: 1...largestStride)
    let padding = input.int("the padding", in: 0...largestPadding)

    let rows = image.rows + 2 * padding
    let columns = image.columns + 2 * padding
    guard kernel.rows <= rows, kernel.columns <= columns else {
        input.fail("a kernel may not be larger than the padded input")
    }
    let positions = ((rows - kernel.rows) / stride + 1) * ((columns - kernel.columns) / stride + 1)
    let products = channels * kernel.rows * kernel.columns
    // Each factor is small enough for all products to fit an Int.
    for (what, value, largest) in [
        ("numbers of the input", channels * image.rows * image.columns, largestTotal),
        ("numbers of the kernels", count * products, largestTotal),
        ("numbers of the padded input", channels * rows * columns, largestPadded),
        ("numbers of the output", count * positions, largestOutput),
        ("products", count * products * positions, largestWork),
    ] where value > largest {
        input.fail("there must be at most \(largest) \(what), not \(value)")
    }
}
