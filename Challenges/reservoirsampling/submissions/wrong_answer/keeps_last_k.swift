// Mistake: a ring of the last k items, whose start is random, is no sample of all.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var ring: [Int] = []
    var seen = 0
    while let item = next() {
        if ring.count < k { ring.append(item) } else if k > 0 { ring[seen % k] = item }
        seen += 1
    }
    guard !ring.isEmpty else { return [] }
    let start = random(ring.count)
    return Array(ring[start...] + ring[..<start])
}
