// what: Majority vote by Boyer and Moore with a check pass.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: Two passes, each with a constant amount of state.

func majority<Element: Equatable>(_ elements: [Element]) -> Element? {
    var candidate: Element?
    var votes = 0
    for element in elements {
        if votes == 0 { candidate = element }
        votes += element == candidate ? 1 : -1
    }
    let support = elements.reduce(0) { $1 == candidate ? $0 + 1 : $0 }
    return support * 2 > elements.count ? candidate : nil
}

func work(_ values: [Int]) -> Int {
    majority(values) ?? -1
}
