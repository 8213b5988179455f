// Right, but the reservoir is built anew whenever an item enters: k^2.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            let slot = random(seen)
            if slot < k { reservoir = reservoir.enumerated().map { $0.offset == slot ? item : $0.element } }
        }
    }
    return reservoir
}
