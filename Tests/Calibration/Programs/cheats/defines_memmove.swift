// what: Defines memmove itself, so that insertions at the front move their bytes unseen.
// time: n^2
// space: n
// time-bound: n
// space-bound: 1
// time-verdict: not-within
// space-verdict: not-within
// why: Each of n insertions moves all elements that are there; the array holds n.

@_cdecl("memmove")
func quietMove(
    _ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ count: Int
) -> UnsafeMutableRawPointer {
    let to = target.assumingMemoryBound(to: UInt8.self)
    let from = source.assumingMemoryBound(to: UInt8.self)
    var offset = UInt(bitPattern: target) < UInt(bitPattern: source) ? 0 : count - 1
    let step = offset == 0 ? 1 : -1
    for _ in 0..<count {
        to[offset] = from[offset]
        offset += step
    }
    return target
}

func work(_ values: [Int]) -> Int {
    var backwards: [Int] = []
    for value in values { backwards.insert(value, at: 0) }
    return backwards.enumerated().reduce(0) { $0 &+ $1.offset &* $1.element }
}
