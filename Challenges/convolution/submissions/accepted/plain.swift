/// The definition, written down: for each output the sum over channels and window, where what lies outside counts as zero.
func convolve(
    input: [[[Double]]], kernels: [[[[Double]]]], bias: [Double], stride: Int, padding: Int
) -> [[[Double]]] {
    let height = input[0].count
    let width = input[0][0].count
    let kernelHeight = kernels[0][0].count
    let kernelWidth = kernels[0][0][0].count
    let outputHeight = (height + 2 * padding - kernelHeight) / stride + 1
    let outputWidth = (width + 2 * padding - kernelWidth) / stride + 1

    var result: [[[Double]]] = []
    for (kernel, offset) in zip(kernels, bias) {
        var channel: [[Double]] = []
        for i in 0..<outputHeight {
            var row = [Double](repeating: offset, count: outputWidth)
            for j in 0..<outputWidth {
                for c in input.indices {
                    for r in 0..<kernelHeight {
                        let y = i * stride + r - padding
                        if y < 0 || y >= height { continue }
                        for s in 0..<kernelWidth {
                            let x = j * stride + s - padding
                            if x >= 0, x < width { row[j] += input[c][y][x] * kernel[c][r][s] }
                        }
                    }
                }
            }
            channel.append(row)
        }
        result.append(channel)
    }
    return result
}
