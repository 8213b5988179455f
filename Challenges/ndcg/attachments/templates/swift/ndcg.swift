/// DCG, NDCG and reciprocal rank at `k` of several queries, and their means.
///
/// Documents rank by falling score. Each result is the expected value over all orders of documents of equal score. Queries
/// without a relevant document (grade 1 or more) have 0 everywhere, and are left out of the means.
///
/// - Parameters:
///   - scores: for each query the scores of its documents, any finite numbers; the highest ranks first.
///   - grades: for each query the grades of the same documents, from 0 (not relevant) to 100.
///   - k: how many ranks count, at least 1; may be more than there are documents.
/// - Returns: three numbers for each query, and the means of the last two over the queries that have a relevant document.
func rankingMetrics(
    scores: [[Double]], grades: [[Int]], k: Int
) -> (
    dcg: [Double], ndcg: [Double], reciprocalRank: [Double],
    meanNDCG: Double, meanReciprocalRank: Double
) {
    // Your code here.
    return ([], [], [], 0, 0)
}
