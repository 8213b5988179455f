// what: Splits the values into ascending runs and merges each run into the result so far.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Sorted values are one run; reversed ones are n runs, and each merge copies the whole result again.

func ascendingRuns(_ values: [Int]) -> [ArraySlice<Int>] {
    var runs: [ArraySlice<Int>] = []
    var start = 0
    for index in values.indices where index + 1 == values.count || values[index] > values[index + 1] {
        runs.append(values[start...index])
        start = index + 1
    }
    return runs
}

func merged(_ a: [Int], _ b: ArraySlice<Int>) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(a.count + b.count)
    var rest = b
    for x in a {
        while let y = rest.first, y < x { result.append(rest.removeFirst()) }
        result.append(x)
    }
    return result + rest
}

func work(_ values: [Int]) -> Int {
    ascendingRuns(values).reduce([]) { merged($0, $1) }.enumerated().reduce(0) {
        $0 &+ $1.offset &* $1.element
    }
}
