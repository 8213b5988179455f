// Right but too slow: for each sample the members that each fold has of its class are counted anew: n^2.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    var tests = [[Int]](repeating: [], count: folds)
    for index in order {
        let counts = tests.map { test in test.reduce(0) { $0 + (labels[$1] == labels[index] ? 1 : 0) } }
        let best = tests.indices.min { (counts[$0], tests[$0].count) < (counts[$1], tests[$1].count) }!
        tests[best].append(index)
    }
    var foldOf = [Int](repeating: 0, count: labels.count)
    for (fold, test) in tests.enumerated() {
        for index in test { foldOf[index] = fold }
    }
    return splits(foldOf, folds)
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
