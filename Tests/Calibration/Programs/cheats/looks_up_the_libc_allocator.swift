// what: Looks the allocator of the C library up with dlsym and takes its memory there.
// time: n^2
// space: n^2
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: not-within
// why: n rows of n bytes are filled and held until the end.

import Glibc

typealias Allocator = @convention(c) (Int) -> UnsafeMutableRawPointer?

func work(_ values: [Int]) -> Int {
    guard let symbol = dlsym(nil, "__libc_malloc") ?? dlsym(nil, "malloc") else { return -1 }
    let allocate = unsafeBitCast(symbol, to: Allocator.self)
    var rows: [UnsafeMutableBufferPointer<UInt8>] = []
    for value in values {
        let base = allocate(values.count)!.assumingMemoryBound(to: UInt8.self)
        let row = UnsafeMutableBufferPointer(start: base, count: values.count)
        for column in row.indices { row[column] = UInt8(truncatingIfNeeded: value ^ column) }
        rows.append(row)
    }
    let hash = rows.reduce(0) { $0 &* 31 ^ Int($1[$1.count / 2]) }
    for row in rows { free(row.baseAddress) }
    return hash
}
