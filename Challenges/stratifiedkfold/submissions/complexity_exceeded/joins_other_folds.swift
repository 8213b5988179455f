// Right, but a training set is a sum of the other folds, and each + copies what was there: time in folds: folds^2.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    let tests = (0..<folds).map { fold in stride(from: fold, to: order.count, by: folds).map { order[$0] } }
    return tests.indices.map { fold in
        var train: [Int] = []
        for other in tests.indices.reversed() where other != fold { train = tests[other] + train }
        return (train, tests[fold])
    }
}
