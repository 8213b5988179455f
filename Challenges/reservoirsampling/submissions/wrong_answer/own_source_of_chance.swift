// Mistake: the random numbers are the system's, so that no run can be repeated.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            let slot = Int.random(in: 0..<seen)
            if slot < k { reservoir[slot] = item }
        }
    }
    return reservoir
}
