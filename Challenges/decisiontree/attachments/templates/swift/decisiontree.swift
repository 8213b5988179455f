/// Grows a greedy CART decision tree with Gini impurity on labelled points, and predicts the labels of queries.
///
/// - Parameters:
///   - points: n rows of d numbers; n and d are at least 1.
///   - labels: The label of each point, from 0 to 9.
///   - maxDepth: The depth at which a node must be a leaf, 0 to 64. The root has depth 0.
///   - queries: q rows of d numbers.
/// - Returns: The predicted label of each query, in the order of the queries.
func decisionTree(points: [[Double]], labels: [Int], maxDepth: Int, queries: [[Double]]) -> [Int] {
    []
}
