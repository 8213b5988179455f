// Mistake: reads 2k items, and draws from these alone.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var buffer: [Int] = []
    while buffer.count < 2 * k, let item = next() { buffer.append(item) }
    for place in buffer.indices.dropFirst() { buffer.swapAt(place, random(place + 1)) }
    return Array(buffer.prefix(k))
}
