import Glibc

/// Algorithm L (Li, 1994): draws how many items to skip until the next one enters, so only about `k log(n / k)` numbers
/// are drawn.
func reservoirSample(next: () -> Int?, k: Int, random: (Int) -> Int) -> [Int] {
    var reservoir: [Int] = []
    while reservoir.count < k, let item = next() { reservoir.append(item) }
    guard k > 0, reservoir.count == k else { return reservoir }

    /// A uniform number above 0 and below 1.
    func uniform() -> Double { (Double(random(1 << 52)) + 0.5) * 0x1p-52 }

    // The largest of the k smallest of all random keys so far, if every item had one.
    var largest = exp(log(uniform()) / Double(k))
    while true {
        let skip = (log(uniform()) / log1p(-largest)).rounded(.down)
        var left = skip < 1e18 ? Int(skip) : Int.max
        while left > 0 {
            if next() == nil { return reservoir }
            left -= 1
        }
        guard let item = next() else { return reservoir }
        reservoir[random(k)] = item
        largest *= exp(log(uniform()) / Double(k))
    }
}
