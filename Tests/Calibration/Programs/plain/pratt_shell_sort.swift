// what: Shell sort with the gaps 2^p 3^q of Pratt.
// time: n log^2 n
// space: n
// time-bound: n * log(n)^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: There are about log^2(n) gaps below n, and with these gaps each pass moves a value at most one place; one
//   copy.

func prattGaps(below limit: Int) -> [Int] {
    var gaps: [Int] = []
    var twos = 1
    while twos < limit {
        var gap = twos
        while gap < limit {
            gaps.append(gap)
            gap *= 3
        }
        twos *= 2
    }
    return gaps.sorted(by: >)
}

func work(_ values: [Int]) -> Int {
    var items = values
    for gap in prattGaps(below: items.count) {
        for index in gap..<items.count {
            let item = items[index]
            var hole = index
            while hole >= gap && items[hole - gap] > item {
                items[hole] = items[hole - gap]
                hole -= gap
            }
            items[hole] = item
        }
    }
    return items.reduce(3) { ($0 &* 31) ^ $1 }
}
