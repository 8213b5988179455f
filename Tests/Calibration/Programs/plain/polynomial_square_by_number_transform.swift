// what: Squares the polynomial with the values as coefficients by a number theoretic transform.
// time: n log n
// space: n
// time-bound: sqrt(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Two transforms of length 2n with log2(2n) levels of butterflies; the coefficients are transformed in place.

let modulus = 998_244_353

func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, square, rest) = (1, base, exponent)
    while rest > 0 {
        if rest & 1 == 1 { result = result * square % modulus }
        square = square * square % modulus
        rest >>= 1
    }
    return result
}

func transform(_ items: inout [Int], root: Int) {
    var target = 0
    for place in 1..<items.count {
        var bit = items.count >> 1
        while target & bit != 0 {
            target ^= bit
            bit >>= 1
        }
        target ^= bit
        if place < target { items.swapAt(place, target) }
    }
    var length = 2
    while length <= items.count {
        let step = power(root, (modulus - 1) / length)
        for start in stride(from: 0, to: items.count, by: length) {
            var factor = 1
            for place in start..<(start + length / 2) {
                let upper = items[place]
                let lower = items[place + length / 2] * factor % modulus
                items[place] = (upper + lower) % modulus
                items[place + length / 2] = (upper + modulus - lower) % modulus
                factor = factor * step % modulus
            }
        }
        length *= 2
    }
}

func work(_ values: [Int]) -> Int {
    var size = 2
    while size < 2 * values.count { size *= 2 }
    var items = values.map { $0 % modulus } + [Int](repeating: 0, count: size - values.count)
    transform(&items, root: 3)
    for place in items.indices { items[place] = items[place] * items[place] % modulus }
    transform(&items, root: power(3, modulus - 2))
    return items.reduce(0) { ($0 &* 31) ^ $1 }
}
