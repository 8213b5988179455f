/// The matrix product of im2col, without its memory: the patch of one position is gathered into a column, multiplied with
/// the matrix of all flattened kernels, and the column used again for the next position.
func convolve(
    input: [[[Double]]], kernels: [[[[Double]]]], bias: [Double], stride: Int, padding: Int
) -> [[[Double]]] {
    let height = input[0].count
    let width = input[0][0].count
    let kernelHeight = kernels[0][0].count
    let kernelWidth = kernels[0][0][0].count
    let outputHeight = (height + 2 * padding - kernelHeight) / stride + 1
    let outputWidth = (width + 2 * padding - kernelWidth) / stride + 1
    let size = input.count * kernelHeight * kernelWidth

    var matrix: [Double] = []
    matrix.reserveCapacity(kernels.count * size)
    for row in kernels.joined().joined() { matrix += row }

    var result = [[[Double]]](
        repeating: [[Double]](repeating: [Double](repeating: 0, count: outputWidth), count: outputHeight),
        count: kernels.count)
    var patch = [Double](repeating: 0, count: size)
    for i in 0..<outputHeight {
        for j in 0..<outputWidth {
            var next = 0
            for channel in input {
                for y in (i * stride - padding)..<(i * stride - padding + kernelHeight) {
                    for x in (j * stride - padding)..<(j * stride - padding + kernelWidth) {
                        let isInside = y >= 0 && y < height && x >= 0 && x < width
                        patch[next] = isInside ? channel[y][x] : 0
                        next += 1
                    }
                }
            }
            for output in kernels.indices {
                let start = output * size
                // Two running sums, so that one addition need not wait for the other.
                var even = bias[output]
                var odd = 0.0
                var element = 0
                while element + 1 < size {
                    even += patch[element] * matrix[start + element]
                    odd += patch[element + 1] * matrix[start + element + 1]
                    element += 2
                }
                if element < size { even += patch[element] * matrix[start + element] }
                result[output][i][j] = even + odd
            }
        }
    }
    return result
}
