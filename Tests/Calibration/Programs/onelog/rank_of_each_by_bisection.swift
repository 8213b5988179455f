// what: Looks each value up in a list of n thresholds by binary search.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: log2(n) steps of bisection for each of n values; the evenly spaced thresholds need no sort.

func work(_ values: [Int]) -> Int {
    let count = values.count
    let thresholds = (0..<count).map { $0 * 1_000_000_007 / count }
    var histogram = [Int](repeating: 0, count: count + 1)
    for value in values {
        var range = 0..<count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if thresholds[middle] <= value {
                range = (middle + 1)..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        histogram[range.lowerBound] += 1
    }
    return histogram.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element &* $1.element }
}
