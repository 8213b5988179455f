// Mistake: the draw is below i + 2 instead of i + 1, so early items stay too often.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            let slot = random(seen + 1)
            if slot < k { reservoir[slot] = item }
        }
    }
    return reservoir
}
