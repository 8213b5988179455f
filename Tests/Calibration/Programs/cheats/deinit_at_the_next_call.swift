// what: Leaves an object in a global whose deinit would do quadratic work if another call replaced it; there is none.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: A process answers one case, so that no second call pays for the first; the object holds n values.

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
