// what: Keeps its state in n stack frames of some hundred bytes, without a single allocation.
// time: n
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: over
// why: The recursion is n deep and each frame holds sixteen words that are used after the call.

struct Wide {
    var a: SIMD8<Int>
    var b: SIMD8<Int>
}

func descend(_ values: [Int], _ index: Int, _ above: Wide) -> Wide {
    guard index < values.count else { return above }
    let here = Wide(a: above.b &* 3 &+ values[index], b: above.a ^ SIMD8(repeating: index))
    var below = descend(values, index + 1, here)
    below.a = (below.a &* 5) ^ here.b
    below.b = below.b &+ here.a
    return below
}

func work(_ values: [Int]) -> Int {
    let result = descend(values, 0, Wide(a: .zero, b: .one))
    return result.a.wrappedSum() ^ result.b.wrappedSum()
}
