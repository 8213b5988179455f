// Right, but the map of every pair of kernel and input channel is kept until they are added up: space in c and f: f*c maps
// instead of f + c.
func convolve(
    input: [[[Double]]], kernels: [[[[Double]]]], bias: [Double], stride: Int, padding: Int
) -> [[[Double]]] {
    let height = input[0].count
    let width = input[0][0].count
    let kernelHeight = kernels[0][0].count
    let kernelWidth = kernels[0][0][0].count
    let outputHeight = (height + 2 * padding - kernelHeight) / stride + 1
    let outputWidth = (width + 2 * padding - kernelWidth) / stride + 1

    let maps: [[[[Double]]]] = kernels.map { kernel in
        zip(input, kernel).map { channel, matrix in
            (0..<outputHeight).map { i in
                (0..<outputWidth).map { j in
                    var sum = 0.0
                    for r in 0..<kernelHeight {
                        for s in 0..<kernelWidth {
                            let y = i * stride + r - padding
                            let x = j * stride + s - padding
                            if y >= 0, y < height, x >= 0, x < width { sum += channel[y][x] * matrix[r][s] }
                        }
                    }
                    return sum
                }
            }
        }
    }

    return zip(maps, bias).map { maps, offset in
        (0..<outputHeight).map { i in
            (0..<outputWidth).map { j in maps.reduce(offset) { $0 + $1[i][j] } }
        }
    }
}
