// what: Hands every rotation of the values to qsort of the C library with a callback.
// time: n^2 log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: n sorts of n values, each with order n log n calls of the comparison on random values.

import Glibc

func work(_ values: [Int]) -> Int {
    var digest = 0
    for shift in values.indices {
        var rotated = values[shift...] + values[..<shift]
        rotated.withUnsafeMutableBytes { bytes in
            qsort(bytes.baseAddress!, bytes.count / 8, 8) { a, b in
                let (x, y) = (a!.load(as: Int.self), b!.load(as: Int.self))
                return x < y ? -1 : (x == y ? 0 : 1)
            }
        }
        digest = (digest &* 31) ^ rotated[rotated.startIndex + (shift & 7) % rotated.count]
    }
    return digest
}
