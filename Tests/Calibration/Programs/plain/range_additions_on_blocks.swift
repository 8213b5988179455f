// what: Adds to a range and sums another range for each value, over blocks of root length.
// time: n^1.5
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each of the n operations touches up to sqrt(n) whole blocks and two partial ones; items and block sums take order n.

struct Blocks {
    let width: Int
    var items, sums, pending: [Int]

    init(count: Int) {
        width = max(1, Int(Double(count).squareRoot()))
        items = [Int](repeating: 0, count: count)
        sums = [Int](repeating: 0, count: count / width + 1)
        pending = sums
    }

    mutating func add(_ amount: Int, from low: Int, to high: Int) {
        var place = low
        while place < high {
            let whole = place % width == 0 && place + width <= high
            if whole { pending[place / width] &+= amount } else { items[place] &+= amount }
            sums[place / width] &+= whole ? amount &* width : amount
            place += whole ? width : 1
        }
    }

    func sum(from low: Int, to high: Int) -> Int {
        var (place, total) = (low, 0)
        while place < high {
            if place % width == 0 && place + width <= high {
                total &+= sums[place / width]
                place += width
            } else {
                total &+= items[place] &+ pending[place / width]
                place += 1
            }
        }
        return total
    }
}

func work(_ values: [Int]) -> Int {
    var blocks = Blocks(count: values.count)
    var digest = 0
    for (index, value) in values.enumerated() {
        let first = (index &* 7919 &+ value) % values.count
        let second = (index &* 104_729 &+ 13) % values.count
        blocks.add(value & 1023, from: min(first, second), to: max(first, second))
        digest ^= blocks.sum(from: second / 2, to: second)
    }
    return digest
}
