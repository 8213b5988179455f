// what: Takes its memory from the allocator behind the wrapper, by the name that the linker gives it.
// time: n^2
// space: n^2
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: not-within
// why: n rows of n bytes are filled and held until the end.

import Glibc

@_silgen_name("__real_malloc")
func realMalloc(_ size: Int) -> UnsafeMutableRawPointer?

func work(_ values: [Int]) -> Int {
    let count = values.count
    let rows = values.map { value -> UnsafeMutableRawPointer in
        let row = realMalloc(count)!
        for column in 0..<count {
            row.storeBytes(of: UInt8(truncatingIfNeeded: value ^ column), toByteOffset: column, as: UInt8.self)
        }
        return row
    }
    var hash = 0
    for (index, row) in rows.enumerated() {
        hash = (hash &* 31) ^ Int(row.load(fromByteOffset: index, as: UInt8.self))
        free(row)
    }
    return hash
}
