// what: Quicksort with a drawn pivot and a middle part for values equal to it.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The pivot does not depend on the order, and equal values leave the game at once; distinct values take n log n.

struct Sorter {
    var items: [Int]
    var state: UInt64 = 88_172_645_463_325_252

    mutating func draw(below bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    mutating func sort(_ low: Int, _ high: Int) {
        if high - low < 2 { return }
        let pivot = items[low + draw(below: high - low)]
        var (less, next, greater) = (low, low, high)
        while next < greater {
            if items[next] < pivot {
                items.swapAt(less, next)
                less += 1
                next += 1
            } else if items[next] > pivot {
                greater -= 1
                items.swapAt(next, greater)
            } else {
                next += 1
            }
        }
        sort(low, less)
        sort(greater, high)
    }
}

func work(_ values: [Int]) -> Int {
    var sorter = Sorter(items: values)
    sorter.sort(0, values.count)
    return sorter.items.reduce(1) { ($0 &* 131) ^ $1 }
}
