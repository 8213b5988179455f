/// The eigenvalues of largest magnitude of a symmetric matrix, with their eigenvectors.
///
/// - Parameters:
///   - matrix: n rows of n numbers, symmetric; n is at least 1.
///   - k: how many eigenpairs to find, 1 to n.
/// - Returns: k eigenvalues by decreasing magnitude, each with its sign; and k orthonormal eigenvectors, rows of n numbers, in the
///   same order.
func leadingEigenpairs(matrix: [[Double]], k: Int) -> (values: [Double], vectors: [[Double]]) {
    // Your code here.
    return ([], [])
}
