// Mistake: later items enter with probability 1/2, whatever their place.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            if k > 0, random(2) == 0 { reservoir[random(k)] = item }
        }
    }
    return reservoir
}
