// Mistake: k draws from the whole stream, independent of each other, may take an item twice.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var stream: [Int] = []
    while let item = next() { stream.append(item) }
    if stream.count <= k { return stream }
    return (0..<k).map { _ in stream[random(stream.count)] }
}
