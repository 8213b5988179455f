// what: A double-ended queue that reverses its array, appends and reverses back to push at the front.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: reverse swaps all elements, twice for each of the pushes at the front, which are at least half of n on any input.

struct Deque {
    private(set) var items: [Int] = []

    mutating func pushBack(_ item: Int) { items.append(item) }

    mutating func pushFront(_ item: Int) {
        items.reverse()
        items.append(item)
        items.reverse()
    }
}

func work(_ values: [Int]) -> Int {
    var deque = Deque()
    for (index, value) in values.enumerated() {
        if index & 1 == 0 || value & 3 == 0 {
            deque.pushFront(value)
        } else {
            deque.pushBack(value)
        }
    }
    return deque.items.reduce(1) { ($0 &* 37) ^ $1 }
}
