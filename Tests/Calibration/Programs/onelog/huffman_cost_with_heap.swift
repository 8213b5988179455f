// what: The cost of joining ropes, the two shortest first, with a binary heap.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: n - 1 joins with two extractions and an insertion each, of order log(n) steps on a heap of up to n lengths.

struct Heap<Element> {
    private var items: [Element] = []
    private let precedes: (Element, Element) -> Bool

    init(_ precedes: @escaping (Element, Element) -> Bool) { self.precedes = precedes }

    var count: Int { items.count }

    mutating func insert(_ item: Element) {
        items.append(item)
        var child = items.count - 1
        while child > 0, precedes(items[child], items[(child - 1) / 2]) {
            items.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func extract() -> Element {
        items.swapAt(0, items.count - 1)
        let top = items.removeLast()
        var parent = 0
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
                if precedes(items[child], items[first]) { first = child }
            }
            if first == parent { return top }
            items.swapAt(first, parent)
            parent = first
        }
    }
}

func work(_ values: [Int]) -> Int {
    var ropes = Heap<Int>(<)
    for value in values { ropes.insert(value) }
    var cost = 0
    while ropes.count > 1 {
        let joined = ropes.extract() + ropes.extract()
        cost = cost &+ joined
        ropes.insert(joined)
    }
    return cost
}
