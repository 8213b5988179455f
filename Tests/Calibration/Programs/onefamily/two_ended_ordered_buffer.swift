// what: Keeps distinct values in order in two arrays that grow at the low end and at the high end.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: New extremes are appended; a value between them shifts part of an array, which only random values with many distinct ones do often.

struct OrderedBuffer {
    private(set) var falling: [Int] = []
    private(set) var rising: [Int] = []

    mutating func insert(_ value: Int) {
        guard let middle = rising.first else {
            rising.append(value)
            return
        }
        if value >= middle {
            OrderedBuffer.place(value, in: &rising) { $0 < $1 }
        } else {
            OrderedBuffer.place(value, in: &falling) { $0 > $1 }
        }
    }

    private static func place(_ value: Int, in items: inout [Int], before: (Int, Int) -> Bool) {
        var hole = items.count
        while hole > 0 && before(value, items[hole - 1]) { hole -= 1 }
        if hole > 0 && items[hole - 1] == value { return }
        items.insert(value, at: hole)
    }
}

func work(_ values: [Int]) -> Int {
    var buffer = OrderedBuffer()
    for value in values { buffer.insert(value) }
    let low = buffer.falling.reduce(0) { ($0 &* 5) ^ $1 }
    return buffer.rising.reduce(low) { ($0 &* 3) ^ $1 }
}
