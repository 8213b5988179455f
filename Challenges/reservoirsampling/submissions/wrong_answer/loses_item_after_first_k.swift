// Mistake: the loop that fills the reservoir reads one item too many, and that item is lost.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next(), reservoir.count < k {
        reservoir.append(item)
        seen += 1
    }
    while let item = next() {
        seen += 1
        let slot = random(seen)
        if slot < k { reservoir[slot] = item }
    }
    return reservoir
}
