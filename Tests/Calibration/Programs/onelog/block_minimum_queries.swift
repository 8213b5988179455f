// what: n range minimum queries with the minima of blocks of sqrt(n) values.
// time: n^1.5
// space: sqrt n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: A query scans up to sqrt(n) blocks and two partial blocks, n times, where constant time each was asked for.

struct Blocks {
    let values: [Int]
    let width: Int
    let minima: [Int]

    init(_ values: [Int]) {
        let width = max(1, Int(Double(values.count).squareRoot()))
        self.values = values
        self.width = width
        minima = stride(from: 0, to: values.count, by: width).map { start in
            values[start..<min(start + width, values.count)].min()!
        }
    }

    func minimum(from low: Int, to high: Int) -> Int {
        var best = Int.max
        var index = low
        while index < high {
            if index % width == 0 && index + width <= high {
                best = min(best, minima[index / width])
                index += width
            } else {
                best = min(best, values[index])
                index += 1
            }
        }
        return best
    }
}

func work(_ values: [Int]) -> Int {
    let blocks = Blocks(values)
    var total = 0
    for (index, value) in values.enumerated() {
        let low = (index ^ (value & 7)) / 2
        total = total &+ blocks.minimum(from: low, to: values.count - index / 4)
    }
    return total
}
