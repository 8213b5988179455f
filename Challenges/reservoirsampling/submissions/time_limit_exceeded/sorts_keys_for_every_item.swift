// Right, but the keys of the reservoir are sorted again for every item: n * k * log(k).
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var entries: [(key: Int, item: Int)] = []
    while let item = next() {
        entries.append((random(1 << 62), item))
        entries.sort { $0.key < $1.key }
        if entries.count > k { entries.removeLast() }
    }
    return entries.map { $0.item }
}
