// Wrong: sums are kept in single precision.
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
                var sum = Float(offset)
                for c in input.indices {
                    for r in 0..<kernelHeight {
                        for s in 0..<kernelWidth {
                            let y = i * stride + r - padding
                            let x = j * stride + s - padding
                            if y >= 0, y < height, x >= 0, x < width { sum += Float(input[c][y][x] * kernel[c][r][s]) }
                        }
                    }
                }
                return Double(sum)
            }
        }
    }
}
