/// One flat, padded copy of the input, so that no window needs a test for the border; running offsets instead of indices.
func convolve(
    input: [[[Double]]], kernels: [[[[Double]]]], bias: [Double], stride: Int, padding: Int
) -> [[[Double]]] {
    let channels = input.count
    let height = input[0].count + 2 * padding
    let width = input[0][0].count + 2 * padding
    let kernelHeight = kernels[0][0].count
    let kernelWidth = kernels[0][0][0].count
    let outputHeight = (height - kernelHeight) / stride + 1
    let outputWidth = (width - kernelWidth) / stride + 1

    var padded = [Double](repeating: 0, count: channels * height * width)
    for (c, channel) in input.enumerated() {
        for (y, row) in channel.enumerated() {
            let start = (c * height + y + padding) * width + padding
            for (x, value) in row.enumerated() { padded[start + x] = value }
        }
    }

    var kernel = [Double](repeating: 0, count: channels * kernelHeight * kernelWidth)
    return kernels.indices.map { output in
        var next = 0
        for channel in kernels[output] {
            for row in channel {
                for value in row {
                    kernel[next] = value
                    next += 1
                }
            }
        }
        return padded.withUnsafeBufferPointer { padded in
            kernel.withUnsafeBufferPointer { kernel in
                (0..<outputHeight).map { i in
                    (0..<outputWidth).map { j in
                        var sum = 0.0
                        var weight = 0
                        for c in 0..<channels {
                            var start = (c * height + i * stride) * width + j * stride
                            for _ in 0..<kernelHeight {
                                for s in 0..<kernelWidth { sum += padded[start + s] * kernel[weight + s] }
                                start += width
                                weight += kernelWidth
                            }
                        }
                        return sum + bias[output]
                    }
                }
            }
        }
    }
}
