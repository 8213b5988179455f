// Right, but all channels are padded again for each input channel of each kernel, of which one is used: time in c: c^2 instead of c.
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
        var sums = [[Double]](repeating: [Double](repeating: offset, count: outputWidth), count: outputHeight)
        for c in input.indices {
            let padded = input.map { pad($0, by: padding) }
            for i in 0..<outputHeight {
                for j in 0..<outputWidth {
                    for r in 0..<kernelHeight {
                        for s in 0..<kernelWidth {
                            sums[i][j] += padded[c][i * stride + r][j * stride + s] * kernel[c][r][s]
                        }
                    }
                }
            }
        }
        return sums
    }
}

private func pad(_ channel: [[Double]], by padding: Int) -> [[Double]] {
    let width = channel[0].count + 2 * padding
    var padded = [[Double]](repeating: [Double](repeating: 0, count: width), count: channel.count + 2 * padding)
    for y in channel.indices {
        for x in channel[y].indices { padded[y + padding][x + padding] = channel[y][x] }
    }
    return padded
}
