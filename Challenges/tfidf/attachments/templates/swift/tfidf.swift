/// Finds, for every query, the `k` documents whose tf-idf vectors are most similar to its own by cosine.
///
/// A word's weight in a text is how often it occurs there, times `ln((1 + N) / (1 + df)) + 1`, where `N` is the number of
/// documents and `df` the number of documents with the word. Words of a query that no document has are left out. The
/// similarity to or of a text without any weight is 0. Of equal similarities the smaller index comes first.
///
/// - Parameters:
///   - documents: `N >= 0` lists of words; a list may be empty.
///   - queries: `q >= 0` lists of words; a list may be empty.
///   - k: How many documents to return, at least 1; it may exceed `N`.
/// - Returns: For each query, in order, its `min(k, N)` most similar documents, the most similar first: each as its
///   index in `documents` and the similarity.
func mostSimilarDocuments(
    documents: [[String]], queries: [[String]], k: Int
) -> [[(document: Int, similarity: Double)]] {
    // Your code here.
    return []
}
