/// Scaled dot-product attention of one head, with a mask over keys and an optional causal mask.
///
/// - Parameters:
///   - queries: q rows of d numbers; q may be 0.
///   - keys: n rows of d numbers; n and d are at least 1.
///   - values: n rows of v numbers, one row for each key; v is at least 1 and may differ from d.
///   - keyMask: n entries; `false` hides a key (padding) from all queries.
///   - isCausal: whether query i also sees no key after i + n - q (the last query sees up to the last key).
/// - Returns: q rows of v numbers: the values' mean, weighted by the softmax of q·k / sqrt(d) over the keys that the query
///   sees; zeros where it sees none. `exp` comes with `import Glibc`.
func attention(
    queries: [[Double]], keys: [[Double]], values: [[Double]], keyMask: [Bool], isCausal: Bool
) -> [[Double]] {
    return []
}
