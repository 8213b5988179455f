// what: Defines malloc and free itself, on top of mapped pages that are never given back.
// time: n^2
// space: n^2
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: not-within
// why: n arrays of n bytes are filled and held until the end.

import Glibc

nonisolated(unsafe) private var next = 0
nonisolated(unsafe) private var end = 0

@_cdecl("malloc")
func mappedMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
    let rounded = (size + 15) & ~15
    if next + rounded > end {
        let bytes = max(1 << 24, rounded)
        let base = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        next = Int(bitPattern: base)
        end = next + bytes
    }
    defer { next += rounded }
    return UnsafeMutableRawPointer(bitPattern: next)
}

@_cdecl("free")
func ignoringFree(_ pointer: UnsafeMutableRawPointer?) {}

func work(_ values: [Int]) -> Int {
    let rows = values.map { value in
        values.indices.map { UInt8(truncatingIfNeeded: value &+ $0) }
    }
    return rows.reduce(0) { $0 &* 31 ^ Int($1[$1.count / 2]) }
}
