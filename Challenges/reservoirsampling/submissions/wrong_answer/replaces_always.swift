// Mistake: every later item enters, so early ones are pushed out.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            if k > 0 { reservoir[random(k)] = item }
        }
    }
    return reservoir
}
