// Crashes: cuts the window down to the input, but a window that lies in the padding alone leaves a range that ends before it
// begins.
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
                    let top = i * stride - padding
                    let left = j * stride - padding
                    for y in max(0, top)..<min(height, top + kernelHeight) {
                        for x in max(0, left)..<min(width, left + kernelWidth) {
                            sum += input[c][y][x] * kernel[c][y - top][x - left]
                        }
                    }
                }
                return sum
            }
        }
    }
}
