// Right: ids are linked to their neighbours in one list, and the places of each pair are kept, so that a merge visits only
// its own occurrences. Pairs of equal ids, which may overlap, are counted along their runs.
func bytePairEncoding(
    words: [[Int]], vocabulary: Int, merges: Int
) -> (merges: [(first: Int, second: Int)], words: [[Int]]) {
    let none = -1
    var ids: [Int] = []
    for word in words { ids += word + [none] }
    var next = Array(ids.indices.map { $0 + 1 })
    var previous = Array(ids.indices.map { $0 - 1 })

    /// The key of the pair that begins at `place`; none at the end of a word or outside.
    func key(at place: Int) -> Int? {
        guard place >= 0, ids[place] >= 0, ids[next[place]] >= 0 else { return nil }
        return ids[place] << 32 | ids[next[place]]
    }
    // Each place holds the pair that begins there, also one that overlaps.
    var places: [Int: Set<Int>] = [:]
    for place in ids.indices { if let key = key(at: place) { places[key, default: []].insert(place) } }

    /// The places of a pair that do not overlap, from left to right.
    func occurrences(_ key: Int) -> [Int] {
        let sorted = (places[key] ?? []).sorted()
        guard key >> 32 == key & 0xFFFF_FFFF else { return sorted }
        var chosen: [Int] = []
        for place in sorted where chosen.last != previous[place] || previous[place] < 0 { chosen.append(place) }
        return chosen
    }

    var learned: [(first: Int, second: Int)] = []
    while learned.count < merges {
        var best = (key: 0, places: [Int]())
        for (key, all) in places where all.count > 1 && all.count >= best.places.count {
            if all.count == best.places.count, key > best.key { continue }
            let chosen = occurrences(key)
            if chosen.count > best.places.count || chosen.count == best.places.count && key < best.key {
                best = (key, chosen)
            }
        }
        if best.places.count < 2 { break }

        let id = vocabulary + learned.count
        for place in best.places {
            let second = next[place]
            for changed in [previous[place], place, second] {
                guard let key = key(at: changed) else { continue }
                places[key]?.remove(changed)
                if places[key]?.isEmpty == true { places[key] = nil }
            }
            ids[place] = id
            next[place] = next[second]
            previous[next[second]] = place
            for changed in [previous[place], place] {
                if let key = key(at: changed) { places[key, default: []].insert(changed) }
            }
        }
        learned.append((best.key >> 32, best.key & 0xFFFF_FFFF))
    }

    var result: [[Int]] = []
    var place = 0
    while place < ids.count {
        var word: [Int] = []
        while ids[place] != none {
            word.append(ids[place])
            place = next[place]
        }
        result.append(word)
        place += 1
    }
    return (learned, result)
}
