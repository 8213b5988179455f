// Mistake: the item that has been in the reservoir longest is replaced, not a random one.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    var oldest = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else if random(seen) < k {
            reservoir[oldest] = item
            oldest = (oldest + 1) % k
        }
    }
    return reservoir
}
