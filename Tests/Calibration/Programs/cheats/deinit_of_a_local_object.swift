// what: Does its quadratic work in the deinit of an object that work lets go.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The deinit runs before work returns and compares all pairs; the object refers to the values.

final class Result {
    var pairs = 0
}

final class Cleaner {
    private let values: [Int]
    private let result: Result

    init(_ values: [Int], _ result: Result) {
        self.values = values.map { $0 % 10_007 }
        self.result = result
    }

    deinit {
        for i in values.indices {
            for j in 0..<i where values[i] &+ values[j] > 12_000 { result.pairs += 1 }
        }
    }
}

func work(_ values: [Int]) -> Int {
    let result = Result()
    var cleaner: Cleaner? = Cleaner(values, result)
    let kept = cleaner == nil ? 1 : 0
    cleaner = nil
    return result.pairs + kept
}
