// what: Strand sort: takes an ascending strand out of the rest and merges it into the result until nothing is left.
// time: n^2
// space: n
// time-bound: n^1.5
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Reversed values give n strands of one element; random ones about 2 sqrt(n) strands, and few distinct ones at most eight. A strand costs up to n steps.

func merged(_ a: [Int], _ b: [Int]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(a.count + b.count)
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
        if j == b.count || (i < a.count && a[i] <= b[j]) {
            result.append(a[i])
            i += 1
        } else {
            result.append(b[j])
            j += 1
        }
    }
    return result
}

func work(_ values: [Int]) -> Int {
    var rest = values
    var sorted: [Int] = []
    while let first = rest.first {
        var strand = [first]
        var left: [Int] = []
        var top = first
        for value in rest.dropFirst() {
            if value >= top {
                strand.append(value)
                top = value
            } else {
                left.append(value)
            }
        }
        sorted = merged(sorted, strand)
        rest = left
    }
    return sorted.reduce(0) { ($0 &* 31) ^ $1 }
}
