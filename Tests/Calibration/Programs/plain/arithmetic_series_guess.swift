// what: Guesses the sum from the ends, as if the values were an arithmetic series.
// time: 1
// space: 1
// time-bound: sqrt(n)
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: A closed formula over the first and the last value.

struct Series {
    let first: Int
    let last: Int
    let count: Int

    var sum: Int { (first + last) * count / 2 }
}

func work(_ values: [Int]) -> Int {
    guard let first = values.first, let last = values.last else { return 0 }
    return Series(first: first, last: last, count: values.count).sum
}
