// Right, but all items get a key and wait for the end to be sorted: memory n.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var entries: [(key: Int, item: Int)] = []
    while let item = next() { entries.append((random(1 << 62), item)) }
    return entries.sorted { $0.key < $1.key }.prefix(k).map { $0.item }
}
