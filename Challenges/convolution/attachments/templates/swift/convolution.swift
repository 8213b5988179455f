/// 2-D convolution as neural networks mean it: cross-correlation, the kernels are not flipped.
///
/// - Parameters:
///   - input: the input channels, each a matrix of `h` rows and `w` columns: `input[channel][row][column]`.
///   - kernels: for each output channel a kernel, with a matrix of `kh` rows and `kw` columns for each input channel:
///     `kernels[output][channel][row][column]`.
///   - bias: one number for each kernel, added once to each of its outputs.
///   - stride: the step from one window to the next, down as well as across, 1 or more.
///   - padding: how many zeros surround each channel on each of its four sides, 0 or more.
/// - Returns: the output channels, `result[output][row][column]`, of floor((h + 2 padding - kh) / stride) + 1 rows and
///   floor((w + 2 padding - kw) / stride) + 1 columns.
func convolve(
    input: [[[Double]]], kernels: [[[[Double]]]], bias: [Double], stride: Int, padding: Int
) -> [[[Double]]] {
    // Your code here.
    return []
}
