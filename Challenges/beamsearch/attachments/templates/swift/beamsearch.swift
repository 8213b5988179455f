/// Decodes a first-order model of n tokens by beam search.
///
/// - Parameters:
///   - start: n log-probabilities, of each token as the first one.
///   - transitions: n rows of n; `transitions[a][b]` is the log-probability that token `b` follows token `a`.
///   - end: the token that ends a sequence, 0 to n - 1.
///   - steps: the greatest length of a sequence, at least 1; the first token is step 1.
///   - width: how many candidates each step keeps, and the most hypotheses that are returned; at least 1.
///   - lengthExponent: a sequence of L tokens with the log-probability s has the score s / L^lengthExponent. `pow` comes with
///     `import Glibc`.
/// - Returns: the best `width` hypotheses that have ended, or all if they are fewer, the best one first; with all of their
///   tokens, `end` included, and their scores.
func beamSearch(
    start: [Double], transitions: [[Double]], end: Int, steps: Int, width: Int, lengthExponent: Double
) -> [(tokens: [Int], score: Double)] {
    return []
}
