/// The hidden states of an LSTM along a sequence, and the cell state at its end.
///
/// Rows of weights and biases are stacked in four blocks of h: input gate, forget gate, candidate, output gate.
///
/// - Parameters:
///   - inputs: T rows of d numbers, one for each step; T may be 0, d is at least 1.
///   - inputWeights: 4h rows of d numbers; h is at least 1.
///   - recurrentWeights: 4h rows of h numbers.
///   - biases: 4h numbers.
///   - initialHidden: The hidden state before the first step, h numbers.
///   - initialCell: The cell state before the first step, h numbers.
/// - Returns: T rows of h numbers, the hidden state after each step; and the cell state after the last step, h numbers. `exp` and `tanh`
///   come with `import Glibc`.
func lstm(
    inputs: [[Double]], inputWeights: [[Double]], recurrentWeights: [[Double]], biases: [Double],
    initialHidden: [Double], initialCell: [Double]
) -> (hidden: [[Double]], cell: [Double]) {
    return ([], [])
}
