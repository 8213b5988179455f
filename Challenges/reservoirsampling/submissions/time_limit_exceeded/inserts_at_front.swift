// Right, but each item is put in front of all that came before, which all move up: n^2.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var stream: [Int] = []
    while let item = next() { stream.insert(item, at: 0) }
    for place in stream.indices.dropFirst() { stream.swapAt(place, random(place + 1)) }
    return Array(stream.prefix(k))
}
