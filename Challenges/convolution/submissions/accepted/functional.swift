/// As a composition: pad, cut windows, take inner products. Windows are slices, so nothing but the padding is copied.
func convolve(
    input: [[[Double]]], kernels: [[[[Double]]]], bias: [Double], stride: Int, padding: Int
) -> [[[Double]]] {
    let padded = input.map { pad($0, by: padding) }
    let size = (rows: kernels[0][0].count, columns: kernels[0][0][0].count)
    let tops = Array(Swift.stride(from: 0, through: padded[0].count - size.rows, by: stride))
    let lefts = Array(Swift.stride(from: 0, through: padded[0][0].count - size.columns, by: stride))
    return zip(kernels, bias).map { kernel, offset in
        tops.map { top in
            lefts.map { left in
                zip(padded, kernel).reduce(offset) { sum, pair in
                    sum + correlation(pair.0[top..<top + size.rows], pair.1, from: left)
                }
            }
        }
    }
}

private func correlation(_ rows: ArraySlice<[Double]>, _ kernel: [[Double]], from left: Int) -> Double {
    zip(rows, kernel).reduce(0) { sum, pair in
        sum + zip(pair.0[left..<left + pair.1.count], pair.1).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

private func pad(_ channel: [[Double]], by padding: Int) -> [[Double]] {
    let side = [Double](repeating: 0, count: padding)
    let edge = [[Double]](
        repeating: [Double](repeating: 0, count: channel[0].count + 2 * padding), count: padding)
    return edge + channel.map { side + $0 + side } + edge
}
