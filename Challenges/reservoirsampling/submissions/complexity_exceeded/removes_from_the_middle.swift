// Right, but the item that leaves is taken out of the middle, and all behind it move up: k^2.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            let slot = random(seen)
            if slot < k {
                reservoir.remove(at: slot)
                reservoir.append(item)
            }
        }
    }
    return reservoir
}
