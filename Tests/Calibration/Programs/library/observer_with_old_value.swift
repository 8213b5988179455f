// what: A property observer that looks at the old array at each change of one element.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The old value is kept for the observer, so each change copies all n elements.

final class Model {
    var changes = 0
    var samples: [Int] {
        didSet {
            if oldValue.count == samples.count {
                changes = changes &* 7 &+ oldValue[changes & 1] ^ samples[samples.count - 1]
            }
        }
    }

    init(_ samples: [Int]) { self.samples = samples }
}

func work(_ values: [Int]) -> Int {
    guard values.count > 1 else { return 0 }
    let model = Model(values)
    for index in values.indices {
        model.samples[index] = values[index] >> 1
    }
    return model.changes
}
