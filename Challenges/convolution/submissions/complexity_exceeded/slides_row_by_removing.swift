// Right, but a window moves to the right by removing the numbers that it has passed from the front of its rows, which moves the
// rest of each row: time in w: w^2 instead of w.
func convolve(
    input: [[[Double]]], kernels: [[[[Double]]]], bias: [Double], stride: Int, padding: Int
) -> [[[Double]]] {
    let height = input[0].count
    let width = input[0][0].count
    let kernelHeight = kernels[0][0].count
    let kernelWidth = kernels[0][0][0].count
    let outputHeight = (height + 2 * padding - kernelHeight) / stride + 1
    let outputWidth = (width + 2 * padding - kernelWidth) / stride + 1

    let padded = input.map { pad($0, by: padding) }
    return zip(kernels, bias).map { kernel, offset in
        (0..<outputHeight).map { i in
            var rest = padded.map { Array($0[i * stride..<i * stride + kernelHeight]) }
            return (0..<outputWidth).map { j in
                var sum = offset
                for c in input.indices {
                    for r in 0..<kernelHeight {
                        for s in 0..<kernelWidth { sum += rest[c][r][s] * kernel[c][r][s] }
                        if j + 1 < outputWidth { rest[c][r].removeFirst(stride) }
                    }
                }
                return sum
            }
        }
    }
}

private func pad(_ channel: [[Double]], by padding: Int) -> [[Double]] {
    let side = [Double](repeating: 0, count: padding)
    let edge = [[Double]](
        repeating: [Double](repeating: 0, count: channel[0].count + 2 * padding), count: padding)
    return edge + channel.map { side + $0 + side } + edge
}
