// Mistake: a reservoir of k zeros is returned as it is, also when the stream had fewer items.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir = [Int](repeating: 0, count: k)
    var seen = 0
    while let item = next() {
        seen += 1
        let slot = seen <= k ? seen - 1 : random(seen)
        if slot < k { reservoir[slot] = item }
    }
    return reservoir
}
