// Right but too slow: makes the padded copy of a channel anew for every window.
func convolve(
    input: [[[Double]]], kernels: [[[[Double]]]], bias: [Double], stride: Int, padding: Int
) -> [[[Double]]] {
    let height = input[0].count
    let width = input[0][0].count
    let kernelHeight = kernels[0][0].count
    let kernelWidth = kernels[0][0][0].count
    let outputHeight = (height + 2 * padding - kernelHeight) / stride + 1
    let outputWidth = (width + 2 * padding - kernelWidth) / stride + 1

    return zip(kernels, bias).map { kernel, offset in
        (0..<outputHeight).map { i in
            (0..<outputWidth).map { j in
                var sum = offset
                for c in input.indices {
                    let padded = pad(input[c], by: padding)
                    for r in 0..<kernelHeight {
                        for s in 0..<kernelWidth {
                            sum += padded[i * stride + r][j * stride + s] * kernel[c][r][s]
                        }
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
