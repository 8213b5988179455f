// Mistake: the places of the items are returned, not the items.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while next() != nil {
        if reservoir.count < k {
            reservoir.append(seen)
        } else {
            let slot = random(seen + 1)
            if slot < k { reservoir[slot] = seen }
        }
        seen += 1
    }
    return reservoir
}
