// what: The length of the longest repeated stretch of four letters, by bisection over the length with sorted window hashes.
// time: n log^2 n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Bisection takes log2(n) rounds, and each sorts up to n hashes in n log n; one extra log factor is let pass.

func hasRepeat(_ letters: [UInt8], length: Int) -> Bool {
    let base = 6_364_136_223_846_793_005
    var leading = 1
    for _ in 0..<length { leading = leading &* base }
    var hashes: [Int] = []
    var hash = 0
    for (place, letter) in letters.enumerated() {
        hash = hash &* base &+ Int(letter) &+ 7
        if place >= length { hash = hash &- leading &* (Int(letters[place - length]) &+ 7) }
        if place >= length - 1 { hashes.append(hash) }
    }
    hashes.sort { $0 < $1 }
    return zip(hashes, hashes.dropFirst()).contains { $0 == $1 }
}

func work(_ values: [Int]) -> Int {
    let letters = values.map { UInt8(truncatingIfNeeded: $0 & 3) }
    var known = 0
    var excluded = letters.count
    while excluded - known > 1 {
        let length = (known + excluded) / 2
        if hasRepeat(letters, length: length) {
            known = length
        } else {
            excluded = length
        }
    }
    return known
}
