// Right, but each different pair is counted by a scan of all words.
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
    let keys = Set(words.flatMap { zip($0, $0.dropFirst()).map { $0 << 32 | $1 } })
    for key in keys { counts[key] = occurrences(of: (key >> 32, key & 0xFFFF_FFFF), words) }
    var best = (key: 0, count: 1)
    for (key, count) in counts where count > 1 {
        if count > best.count || count == best.count && key < best.key { best = (key, count) }
    }
    return best.count > 1 ? (best.key >> 32, best.key & 0xFFFF_FFFF) : nil
}

private func occurrences(of pair: (first: Int, second: Int), _ words: [[Int]]) -> Int {
    var count = 0
    for word in words {
        var place = 0
        while place + 1 < word.count {
            if word[place] == pair.first, word[place + 1] == pair.second {
                count += 1
                place += 1
            }
            place += 1
        }
    }
    return count
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
