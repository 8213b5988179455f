/// Algorithm R: the item at place `i` takes the place of any of the `k` with probability `k / (i + 1)`.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            // Below k with probability k / seen, and then each of the k slots is equally likely.
            let slot = random(seen)
            if slot < k { reservoir[slot] = item }
        }
    }
    return reservoir
}
