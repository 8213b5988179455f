// Right: small functions, each of which returns a new value.
private struct Pair: Hashable, Comparable {
    var first: Int
    var second: Int

    static func < (left: Pair, right: Pair) -> Bool { (left.first, left.second) < (right.first, right.second) }
}

func bytePairEncoding(
    words: [[Int]], vocabulary: Int, merges: Int
) -> (merges: [(first: Int, second: Int)], words: [[Int]]) {
    var words = words
    var learned: [Pair] = []
    while learned.count < merges {
        let counts = words.reduce(into: [Pair: Int]()) { counts, word in
            for pair in occurrences(in: word) { counts[pair, default: 0] += 1 }
        }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let (pair, count) = best, count >= 2 else { break }
        words = words.map { replacing(pair, by: vocabulary + learned.count, in: $0) }
        learned.append(pair)
    }
    return (learned.map { ($0.first, $0.second) }, words)
}

/// The pairs of a word, those left out that overlap with an equal one.
private func occurrences(in word: [Int]) -> [Pair] {
    var pairs: [Pair] = []
    var lastPlace = -1
    for place in word.indices.dropFirst() {
        let pair = Pair(first: word[place - 1], second: word[place])
        if pair == pairs.last, lastPlace == place - 1, pair.first == pair.second { continue }
        pairs.append(pair)
        lastPlace = place
    }
    return pairs
}

private func replacing(_ pair: Pair, by id: Int, in word: [Int]) -> [Int] {
    word.reduce(into: []) { merged, next in
        if next == pair.second, merged.last == pair.first {
            merged[merged.count - 1] = id
        } else {
            merged.append(next)
        }
    }
}
