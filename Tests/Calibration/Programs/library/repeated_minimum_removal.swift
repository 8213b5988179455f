// what: Empties an array by finding its minimum, finding where that is, and removing it.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each of n rounds takes min() over the rest; firstIndex(of:) and remove(at:) add linear work.

func work(_ values: [Int]) -> Int {
    var rest = values
    var hash = 0
    while let smallest = rest.min() {
        hash = (hash &* 31) ^ smallest
        rest.remove(at: rest.firstIndex(of: smallest)!)
    }
    return hash
}
