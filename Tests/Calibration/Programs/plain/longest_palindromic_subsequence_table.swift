// what: The longest palindromic subsequence of the values modulo eight, with the whole table kept.
// time: n^2
// space: n^2
// time-bound: n^2
// space-bound: n * log(n)
// time-verdict: within
// space-verdict: over
// why: Every pair of ends is filled in once from three neighbours; the table has n times n entries although two rows would do.

func work(_ values: [Int]) -> Int {
    let count = values.count
    guard count > 0 else { return 0 }
    var table = [Int32](repeating: 0, count: count * count)
    for low in (0..<count).reversed() {
        table[low * count + low] = 1
        for high in stride(from: low + 1, to: count, by: 1) {
            if values[low] & 7 == values[high] & 7 {
                let inner = low + 1 < high ? table[(low + 1) * count + high - 1] : 0
                table[low * count + high] = inner + 2
            } else {
                table[low * count + high] = max(table[(low + 1) * count + high], table[low * count + high - 1])
            }
        }
    }
    return Int(table[count - 1])
}
