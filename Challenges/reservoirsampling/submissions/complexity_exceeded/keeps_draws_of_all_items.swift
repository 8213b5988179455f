// Right, but the draws of all items are kept, as the stream might be asked for them: memory n.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var slots: [Int] = []
    while let item = next() {
        slots.append(random(slots.count + 1))
        if reservoir.count < k {
            reservoir.append(item)
        } else if let slot = slots.last, slot < k {
            reservoir[slot] = item
        }
    }
    return reservoir
}
