// what: Compares a long string with a separate copy of itself once for each value.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The strings are equal but stored apart, so each comparison reads order n bytes.

func page(of values: [Int]) -> String {
    var text = ""
    for value in values {
        let best = value & 3 == 0
        text += best ? "It was the best of times, it was the worst of times. " : "It was the age of wisdom. "
    }
    return text
}

func work(_ values: [Int]) -> Int {
    var pages = [page(of: values), page(of: values)]
    var equal = 0
    for (index, value) in values.enumerated() {
        let first = value & 1
        if pages[first] == pages[1 - first] { equal += index }
        if equal < 0 { pages.swapAt(0, 1) }
    }
    return equal
}
