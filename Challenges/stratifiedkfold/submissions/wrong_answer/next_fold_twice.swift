// Mistake: the training set starts with the fold after the test set, which is then added once more.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    var foldOf = [Int](repeating: 0, count: labels.count)
    for (position, index) in order.enumerated() { foldOf[index] = position % folds }
    let tests = (0..<folds).map { fold in foldOf.indices.filter { foldOf[$0] == fold } }
    return tests.indices.map { fold in
        var train = tests[(fold + 1) % folds]
        for other in tests.indices where other != fold { train += tests[other] }
        return (train, tests[fold])
    }
}
