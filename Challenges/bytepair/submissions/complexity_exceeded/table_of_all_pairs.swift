// Right, but counts in a table of all pairs of ids: the square of the vocabulary in time and space.
func bytePairEncoding(
    words: [[Int]], vocabulary: Int, merges: Int
) -> (merges: [(first: Int, second: Int)], words: [[Int]]) {
    var words = words
    var learned: [(first: Int, second: Int)] = []
    while learned.count < merges, let pair = mostFrequentPair(words, vocabulary + learned.count) {
        for index in words.indices { merge(&words[index], pair, into: vocabulary + learned.count) }
        learned.append(pair)
    }
    return (learned, words)
}

/// The pair to merge, unless none occurs twice. Two ids are one key, whose order is the order of ties.
private func mostFrequentPair(_ words: [[Int]], _ size: Int) -> (first: Int, second: Int)? {
    // Of many ids a table would not fit into memory; there a dictionary does.
    var table = [Int](repeating: 0, count: size <= 1500 ? size * size : 0)
    var counts: [Int: Int] = [:]
    for word in words {
        // In a run of one id, every second pair overlaps with the one that was counted before.
        var overlaps = false
        for (first, second) in zip(word, word.dropFirst()) {
            if first == second, overlaps {
                overlaps = false
                continue
            }
            if size <= 1500 {
                table[first * size + second] += 1
            } else {
                counts[first << 32 | second, default: 0] += 1
            }
            overlaps = first == second
        }
    }
    for (place, count) in table.enumerated() where count > 1 { counts[(place / size) << 32 | place % size] = count }
    var best = (key: 0, count: 1)
    for (key, count) in counts where count > 1 {
        if count > best.count || count == best.count && key < best.key { best = (key, count) }
    }
    return best.count > 1 ? (best.key >> 32, best.key & 0xFFFF_FFFF) : nil
}

/// Replaces `pair` by `id`, from left to right.
private func merge(_ word: inout [Int], _ pair: (first: Int, second: Int), into id: Int) {
    var end = 0
    var place = 0
    while place < word.count {
        if place + 1 < word.count, word[place] == pair.first, word[place + 1] == pair.second {
            word[end] = id
            place += 2
        } else {
            word[end] = word[place]
            place += 1
        }
        end += 1
    }
    word.removeLast(word.count - end)
}
