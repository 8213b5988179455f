// Mistake: the draw is below i instead of i + 1, so the item after the first k always enters, and late ones too
// often.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            let slot = random(max(1, seen - 1))
            if slot < k { reservoir[slot] = item }
        }
    }
    return reservoir
}
