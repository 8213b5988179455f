// Right: one list of ids with a separator behind each word; pairs are sorted, and equal ones counted.
func bytePairEncoding(
    words: [[Int]], vocabulary: Int, merges: Int
) -> (merges: [(first: Int, second: Int)], words: [[Int]]) {
    let separator = -1
    var ids: [Int] = []
    for word in words {
        ids += word
        ids.append(separator)
    }
    var learned: [(first: Int, second: Int)] = []

    while learned.count < merges {
        var pairs: [(first: Int, second: Int)] = []
        var place = 0
        while place + 1 < ids.count {
            let pair = (ids[place], ids[place + 1])
            if pair.0 != separator && pair.1 != separator { pairs.append(pair) }
            // Of three equal ids the first two are a pair, and the last two overlap with it.
            if place + 2 < ids.count, pair.0 == pair.1, pair.1 == ids[place + 2] { place += 1 }
            place += 1
        }
        pairs.sort { $0 < $1 }

        var best = 0..<1
        var start = 0
        while start < pairs.count {
            var end = start
            while end < pairs.count, pairs[end] == pairs[start] { end += 1 }
            if end - start > best.count { best = start..<end }
            start = end
        }
        if best.count < 2 { break }

        let pair = pairs[best.lowerBound]
        var merged: [Int] = []
        for id in ids {
            // What was merged is a new id, so it is never taken for the first of the pair.
            if id == pair.second, let last = merged.last, last == pair.first {
                merged[merged.count - 1] = vocabulary + learned.count
            } else {
                merged.append(id)
            }
        }
        ids = merged
        learned.append(pair)
    }
    return (learned, ids.split(separator: separator, omittingEmptySubsequences: false).dropLast().map(Array.init))
}
