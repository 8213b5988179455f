// Mistake: the draw k is taken for a slot, but the last one is k - 1.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            let slot = random(seen)
            if slot <= k { reservoir[slot] = item }
        }
    }
    return reservoir
}
