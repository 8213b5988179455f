// what: Keeps a linked list in order by walking to each value's place from the head.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Reversed values go to the head at once; sorted ones walk the whole list, n/2 nodes on average.

final class Cell {
    let value: Int
    var next: Cell?

    init(_ value: Int, _ next: Cell?) {
        self.value = value
        self.next = next
    }
}

func work(_ values: [Int]) -> Int {
    let anchor = Cell(Int.min, nil)
    for value in values {
        var place = anchor
        while let next = place.next, next.value < value { place = next }
        place.next = Cell(value, place.next)
    }
    var hash = 3
    while let cell = anchor.next {
        hash = (hash &* 31) ^ cell.value
        anchor.next = cell.next
    }
    return hash
}
