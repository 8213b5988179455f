// what: A merge sort that keeps the array of every level.
// time: n log n
// space: n log n
// time-bound: n * log(n)
// space-bound: n * log(n)
// time-verdict: within
// space-verdict: within
// why: log2(n) levels of n values each are held until the end, as the bound allows.

func work(_ values: [Int]) -> Int {
    var levels = [values]
    var width = 1
    while width < values.count {
        let source = levels[levels.count - 1]
        var target: [Int] = []
        target.reserveCapacity(source.count)
        for start in stride(from: 0, to: source.count, by: 2 * width) {
            let middle = min(start + width, source.count)
            let end = min(start + 2 * width, source.count)
            var (i, j) = (start, middle)
            while i < middle || j < end {
                if j == end || (i < middle && source[i] <= source[j]) {
                    target.append(source[i])
                    i += 1
                } else {
                    target.append(source[j])
                    j += 1
                }
            }
        }
        levels.append(target)
        width *= 2
    }
    return levels.reduce(0) { $0 &* 31 ^ $1.reduce(0) { $0 &* 3 &+ $1 } }
}
