func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    return queries.map { q -> Int in
        let ranked =
            points
            .map { p in zip(p, q).map { ($0 - $1) * ($0 - $1) }.reduce(0.0, +) }
            .enumerated()
            .sorted { l, r in l.element == r.element ? l.offset < r.offset : l.element < r.element }
        let chosen = ranked.prefix(k).map { labels[$0.offset] }
        let counts = Dictionary(chosen.map { ($0, 1) }, uniquingKeysWith: +)
        let top = counts.values.max()!
        return counts.filter { $0.value == top }.keys.min()!
    }
}
