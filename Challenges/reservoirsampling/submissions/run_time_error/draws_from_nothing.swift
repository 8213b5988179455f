// Mistake: draws the slot first, which for k = 0 is a draw below 0.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            let slot = random(k)
            if random(seen) < k { reservoir[slot] = item }
        }
    }
    return reservoir
}
