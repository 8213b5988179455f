// what: The maxima of all windows of root length, with a ring of candidates in falling order.
// time: n
// space: sqrt n
// time-bound: n
// space-bound: sqrt(n)
// strict: true
// time-verdict: within
// space-verdict: within
// why: Each value enters and leaves the ring once; the ring has room for one window of sqrt(n) places.

func work(_ values: [Int]) -> Int {
    let width = max(1, Int(Double(values.count).squareRoot()))
    var ring = [Int](repeating: 0, count: width)
    var head = 0
    var held = 0
    var digest = 0
    for (index, value) in values.enumerated() {
        if held > 0 && ring[head] <= index - width {
            head = (head + 1) % width
            held -= 1
        }
        while held > 0 && values[ring[(head + held - 1) % width]] <= value {
            held -= 1
        }
        ring[(head + held) % width] = index
        held += 1
        if index >= width - 1 { digest = (digest &* 7) ^ values[ring[head]] }
    }
    return digest
}
