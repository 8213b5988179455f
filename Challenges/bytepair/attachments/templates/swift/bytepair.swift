/// Learns the merges of a byte-pair encoding, and encodes the words with them.
///
/// Each round merges the adjacent pair of ids that occurs most often, from left to right, into the next new id. Pairs lie
/// within one word; occurrences do not overlap. Of pairs that occur equally often, the one with the smaller first id is
/// merged, then the one with the smaller second id. A pair that occurs only once is never merged.
///
/// - Parameters:
///   - words: Words as ids from 0 to `vocabulary - 1`; a word may be empty.
///   - vocabulary: The id of the first merge; those of later merges follow.
///   - merges: How many merges to make at most; it may exceed those that are possible.
/// - Returns: The merged pairs, in order, and the words after all merges.
func bytePairEncoding(
    words: [[Int]], vocabulary: Int, merges: Int
) -> (merges: [(first: Int, second: Int)], words: [[Int]]) {
    // Your code here.
    return ([], words)
}
