// Mistake: slot s chooses among the items s, s + k, s + 2k ... only, so two of these are never drawn together.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var seen = 0
    while let item = next() {
        seen += 1
        if reservoir.count < k {
            reservoir.append(item)
        } else {
            if k > 0, random((seen - 1) / k + 1) == 0 { reservoir[(seen - 1) % k] = item }
        }
    }
    return reservoir
}
