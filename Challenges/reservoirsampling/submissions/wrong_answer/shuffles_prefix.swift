// Mistake: shuffles the first k items, but never looks at the others.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    while reservoir.count < k, let item = next() { reservoir.append(item) }
    for place in reservoir.indices.dropFirst() { reservoir.swapAt(place, random(place + 1)) }
    return reservoir
}
