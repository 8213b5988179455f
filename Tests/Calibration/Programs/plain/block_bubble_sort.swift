// what: Bubble sort within each block of sqrt(n) values.
// time: n^1.5
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: sqrt(n) blocks take sqrt(n)^2 comparisons each, together n sqrt(n); a copy of the values is sorted.

func bubbleSort(_ items: inout [Int], _ range: Range<Int>) {
    for passed in 0..<range.count {
        for index in range.dropLast(passed + 1) where items[index] > items[index + 1] {
            items.swapAt(index, index + 1)
        }
    }
}

func work(_ values: [Int]) -> Int {
    let size = max(1, Int(Double(values.count).squareRoot()))
    var items = values
    for start in stride(from: 0, to: items.count, by: size) {
        bubbleSort(&items, start..<min(start + size, items.count))
    }
    return items.reduce(5) { ($0 &* 33) ^ $1 }
}
