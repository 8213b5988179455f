// what: Keeps sorted copies of the prefixes of 1, 2, 4, … values and looks each value up in one of them.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The lengths add up to 2 n; sorting and bisection take order n log n together on random values.

func work(_ values: [Int]) -> Int {
    var levels: [[Int]] = []
    var length = 1
    while length <= values.count {
        levels.append(values.prefix(length).sorted())
        length *= 2
    }
    var digest = 0
    for (index, value) in values.enumerated() {
        let level = levels[levels.count - 1 - index & 1]
        var low = 0
        var high = level.count
        while low < high {
            let middle = (low + high) / 2
            if level[middle] < value { low = middle + 1 } else { high = middle }
        }
        digest = (digest &* 5) ^ low
    }
    return digest ^ levels.reduce(0) { $0 &+ $1[$1.count / 2] }
}
