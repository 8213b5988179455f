// Right, but the largest key is searched for among all k for every item: n * k.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    var keys: [Int] = []
    while let item = next() {
        let key = random(1 << 62)
        if reservoir.count < k {
            reservoir.append(item)
            keys.append(key)
            continue
        }
        var largest = 0
        for slot in keys.indices where keys[slot] > keys[largest] { largest = slot }
        if k > 0, key < keys[largest] {
            reservoir[largest] = item
            keys[largest] = key
        }
    }
    return reservoir
}
