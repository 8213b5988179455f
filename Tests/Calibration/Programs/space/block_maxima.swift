// what: The maximum of each of sqrt(n) blocks, then a fold of the maxima.
// time: n
// space: sqrt n
// time-bound: n
// space-bound: sqrt(n)
// time-verdict: within
// space-verdict: within
// why: One value for each block is kept.

func work(_ values: [Int]) -> Int {
    let width = max(1, Int(Double(values.count).squareRoot()))
    var maxima: [Int] = []
    for (index, value) in values.enumerated() {
        if index % width == 0 {
            maxima.append(value)
        } else {
            maxima[maxima.count - 1] = max(maxima[maxima.count - 1], value)
        }
    }
    return maxima.reduce(0) { ($0 &* 31) ^ $1 }
}
