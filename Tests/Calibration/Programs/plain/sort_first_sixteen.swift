// what: Sorts the first sixteen values by insertion and combines them.
// time: 1
// space: 1
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: At most sixteen values are copied and sorted, whatever n is.

func work(_ values: [Int]) -> Int {
    var few = Array(values.prefix(16))
    for i in few.indices.dropFirst() {
        var j = i
        while j > 0 && few[j - 1] > few[j] {
            few.swapAt(j - 1, j)
            j -= 1
        }
    }
    return few.enumerated().reduce(0) { $0 &+ ($1.offset + 1) &* $1.element }
}
