// Mistake: the probability is right, but it is always the last slot that is replaced.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            if random(seen) < k { reservoir[k - 1] = item }
        }
    }
    return reservoir
}
