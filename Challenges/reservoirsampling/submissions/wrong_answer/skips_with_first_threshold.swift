import Glibc

// Mistake: Algorithm L without its last step: the threshold of the keys stays that of the first k items.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    while reservoir.count < k, let item = next() { reservoir.append(item) }
    guard k > 0, reservoir.count == k else { return reservoir }

    func uniform() -> Double { (Double(random(1 << 52)) + 0.5) * 0x1p-52 }

    let largest = exp(log(uniform()) / Double(k))
    while true {
        let skip = (log(uniform()) / log1p(-largest)).rounded(.down)
        var left = skip < 1e18 ? Int(skip) : Int.max
        while left > 0 {
            if next() == nil { return reservoir }
            left -= 1
        }
        guard let item = next() else { return reservoir }
        reservoir[random(k)] = item
    }
}
