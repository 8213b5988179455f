// Right, but the patches of all positions are kept at once (im2col): space in k: k^2 instead of constant.
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

    var patches: [[Double]] = []
    for i in 0..<outputHeight {
        for j in 0..<outputWidth {
            var patch: [Double] = []
            patch.reserveCapacity(input.count * kernelHeight * kernelWidth)
            for channel in padded {
                for r in 0..<kernelHeight { patch += channel[i * stride + r][j * stride..<j * stride + kernelWidth] }
            }
            patches.append(patch)
        }
    }

    return zip(kernels, bias).map { kernel, offset in
        let weights = kernel.flatMap { $0.flatMap { $0 } }
        return (0..<outputHeight).map { i in
            (0..<outputWidth).map { j in
                zip(patches[i * outputWidth + j], weights).reduce(offset) { $0 + $1.0 * $1.1 }
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
