// Right, but the whole stream is stored and shuffled: memory n.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var stream: [Int] = []
    while let item = next() { stream.append(item) }
    for place in stream.indices.dropFirst() { stream.swapAt(place, random(place + 1)) }
    return Array(stream.prefix(k))
}
