// Mistake: two ids are one key of 16 bits each, so that large ids get mixed up.
func bytePairEncoding(
    words: [[Int]], vocabulary: Int, merges: Int
) -> (merges: [(first: Int, second: Int)], words: [[Int]]) {
    var words = words
    var learned: [(first: Int, second: Int)] = []
    while learned.count < merges, let pair = mostFrequentPair(words) {
        for index in words.indices { merge(&words[index], pair, into: vocabulary + learned.count) }
        learned.append(pair)
    }
    return (learned, words)
}

/// The pair to merge, unless none occurs twice. Two ids are one key, whose order is the order of ties.
private func mostFrequentPair(_ words: [[Int]]) -> (first: Int, second: Int)? {
    var counts: [Int: Int] = [:]
    for word in words {
        // In a run of one id, every second pair overlaps with the one that was counted before.
        var overlaps = false
        for (first, second) in zip(word, word.dropFirst()) {
            if first == second, overlaps {
                overlaps = false
                continue
            }
            counts[first << 16 | second & 0xFFFF, default: 0] += 1
            overlaps = first == second
        }
    }
    var best = (key: 0, count: 1)
    for (key, count) in counts where count > 1 {
        if count > best.count || count == best.count && key < best.key { best = (key, count) }
    }
    return best.count > 1 ? (best.key >> 16, best.key & 0xFFFF) : nil
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
