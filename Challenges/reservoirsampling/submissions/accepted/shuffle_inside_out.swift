/// The shuffle of Fisher and Yates from the inside out, of which only the first `k` places are kept.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var front: [Int] = []
    front.reserveCapacity(k)
    var count = 0
    while let item = next() {
        count += 1
        let place = random(count)
        if count <= k {
            front.append(item)
            front.swapAt(place, count - 1)
        } else if place < k {
            front[place] = item
        }
    }
    return front
}
