// what: Leaves an object in a global whose deinit does the quadratic work when the next call replaces it.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: Every call but the first pays n^2 for the call before it; the object holds n values.

nonisolated(unsafe) var sink = 0
nonisolated(unsafe) var leftover: Leftover?

final class Leftover {
    private let values: [Int]

    init(_ values: [Int]) { self.values = values.map { $0 &+ 1 } }

    deinit {
        for value in values {
            for other in values where (value ^ other) % 5 == 1 { sink = sink &+ other }
        }
    }
}

func work(_ values: [Int]) -> Int {
    leftover = Leftover(values)
    return values.reduce(sink, ^)
}
