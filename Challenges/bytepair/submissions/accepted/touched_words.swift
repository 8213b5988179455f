// Right: equal words are one with a weight; counts are kept, and only words that have the pair are counted anew.
private struct Pair: Hashable {
    let first: Int
    let second: Int
}

func bytePairEncoding(
    words: [[Int]], vocabulary: Int, merges: Int
) -> (merges: [(first: Int, second: Int)], words: [[Int]]) {
    var numbers: [[Int]: Int] = [:]
    var distinct: [[Int]] = []
    var weights: [Int] = []
    let places = words.map { word in
        if let number = numbers[word] {
            weights[number] += 1
            return number
        }
        numbers[word] = distinct.count
        distinct.append(word)
        weights.append(1)
        return distinct.count - 1
    }

    // The words of a pair, some of which may have lost it since.
    var counts: [Pair: Int] = [:]
    var holders: [Pair: [Int]] = [:]
    func hold(_ pair: Pair, _ number: Int) {
        if holders[pair]?.last != number { holders[pair, default: []].append(number) }
    }
    for (number, word) in distinct.enumerated() {
        for pair in pairs(word) {
            counts[pair, default: 0] += weights[number]
            hold(pair, number)
        }
    }

    var learned: [(first: Int, second: Int)] = []
    while learned.count < merges {
        var best: (pair: Pair, count: Int)?
        for (pair, count) in counts where count >= 2 {
            if let best {
                let isEarlier = (pair.first, pair.second) < (best.pair.first, best.pair.second)
                if count < best.count || count == best.count && !isEarlier { continue }
            }
            best = (pair, count)
        }
        guard let best else { break }
        let id = vocabulary + learned.count
        for number in holders.removeValue(forKey: best.pair) ?? [] {
            for pair in pairs(distinct[number]) { counts[pair, default: 0] -= weights[number] }
            distinct[number] = merged(distinct[number], best.pair, id)
            for pair in pairs(distinct[number]) {
                counts[pair, default: 0] += weights[number]
                if pair.first == id || pair.second == id { hold(pair, number) }
            }
        }
        counts[best.pair] = nil
        learned.append((best.pair.first, best.pair.second))
    }
    return (learned, places.map { distinct[$0] })
}

/// The pairs of `word`, from left to right; pairs of one id do not overlap.
private func pairs(_ word: [Int]) -> [Pair] {
    var pairs: [Pair] = []
    var runLength = 1
    for place in word.indices.dropFirst() {
        runLength = word[place] == word[place - 1] ? runLength + 1 : 1
        if runLength == 1 || runLength.isMultiple(of: 2) {
            pairs.append(Pair(first: word[place - 1], second: word[place]))
        }
    }
    return pairs
}

private func merged(_ word: [Int], _ pair: Pair, _ id: Int) -> [Int] {
    var result: [Int] = []
    var place = 0
    while place < word.count {
        let isPair = place + 1 < word.count && word[place] == pair.first && word[place + 1] == pair.second
        result.append(isPair ? id : word[place])
        place += isPair ? 2 : 1
    }
    return result
}
