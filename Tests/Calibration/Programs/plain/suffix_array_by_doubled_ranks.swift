// what: The suffix array of a text of four letters, by merge sorting pairs of ranks of doubled length.
// time: n log^2 n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: There are log2(n) rounds, and each merge sorts n suffixes in n log n; only ranks, order and scratch arrays are held.

struct Suffixes {
    var order: [Int]
    var rank: [Int]
    var scratch: [Int]
    var length = 1

    func key(_ start: Int) -> (Int, Int) {
        (rank[start], start + length < rank.count ? rank[start + length] : -1)
    }

    mutating func sort(_ low: Int, _ high: Int) {
        guard high - low > 1 else { return }
        let middle = (low + high) / 2
        sort(low, middle)
        sort(middle, high)
        var (left, right) = (low, middle)
        for slot in low..<high {
            if right == high || (left < middle && key(order[left]) <= key(order[right])) {
                scratch[slot] = order[left]
                left += 1
            } else {
                scratch[slot] = order[right]
                right += 1
            }
        }
        for slot in low..<high { order[slot] = scratch[slot] }
    }

    mutating func renumber() {
        scratch[order[0]] = 0
        for place in 1..<order.count {
            let differs = key(order[place - 1]) < key(order[place])
            scratch[order[place]] = scratch[order[place - 1]] + (differs ? 1 : 0)
        }
        swap(&rank, &scratch)
    }
}

func work(_ values: [Int]) -> Int {
    guard values.count > 1 else { return 0 }
    let letters = values.map { $0 & 3 }
    var suffixes = Suffixes(order: Array(values.indices), rank: letters, scratch: letters)
    while suffixes.length < values.count {
        suffixes.sort(0, values.count)
        suffixes.renumber()
        suffixes.length *= 2
    }
    return suffixes.order.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
