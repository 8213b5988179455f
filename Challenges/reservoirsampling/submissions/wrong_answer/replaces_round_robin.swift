// Mistake: the slots are replaced in turn, not at random.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            if random(seen) < k { reservoir[(seen - 1) % k] = item }
        }
    }
    return reservoir
}
