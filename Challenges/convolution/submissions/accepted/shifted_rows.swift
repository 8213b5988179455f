/// Turned inside out: every element of a kernel adds its multiple of a shifted input row to an output row. The limits of
/// the shift are worked out once for each element, so the innermost loop tests nothing.
func convolve(
    input: [[[Double]]], kernels: [[[[Double]]]], bias: [Double], stride: Int, padding: Int
) -> [[[Double]]] {
    let height = input[0].count
    let width = input[0][0].count
    let kernelHeight = kernels[0][0].count
    let kernelWidth = kernels[0][0][0].count
    let outputHeight = (height + 2 * padding - kernelHeight) / stride + 1
    let outputWidth = (width + 2 * padding - kernelWidth) / stride + 1
    let columns = (0..<kernelWidth).map { inside($0 - padding, width, stride, outputWidth) }

    return zip(kernels, bias).map { kernel, offset in
        (0..<outputHeight).map { i in
            var sums = [Double](repeating: offset, count: outputWidth)
            for (channel, matrix) in zip(input, kernel) {
                for r in 0..<kernelHeight {
                    let y = i * stride + r - padding
                    guard y >= 0, y < height else { continue }
                    let row = channel[y]
                    for s in 0..<kernelWidth {
                        let weight = matrix[r][s]
                        for j in columns[s] { sums[j] += weight * row[j * stride + s - padding] }
                    }
                }
            }
            return sums
        }
    }
}

/// The indices j from 0 below `count` for which `shift + j * stride` lies in `0..<size`.
private func inside(_ shift: Int, _ size: Int, _ stride: Int, _ count: Int) -> Range<Int> {
    let first = shift >= 0 ? 0 : (stride - 1 - shift) / stride
    let end = shift >= size ? 0 : (size - 1 - shift) / stride + 1
    return first..<max(first, min(end, count))
}
