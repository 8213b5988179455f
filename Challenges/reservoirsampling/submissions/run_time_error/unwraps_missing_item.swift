// Mistake: takes k items of the stream without asking whether there are so many.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir = (0..<k).map { _ in next()! }
    var seen = k
    while let item = next() {
        seen += 1
        let slot = random(seen)
        if slot < k { reservoir[slot] = item }
    }
    return reservoir
}
