// Mistake: an item that equals one in the reservoir is skipped, as if it were the same.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var members: Set<Int> = []
    var seen = 0
    while let item = next() {
        seen += 1
        if members.contains(item) { continue }
        if reservoir.count < k {
            reservoir.append(item)
            members.insert(item)
        } else {
            let slot = random(seen)
            if slot < k {
                members.remove(reservoir[slot])
                members.insert(item)
                reservoir[slot] = item
            }
        }
    }
    return reservoir
}
