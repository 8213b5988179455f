// Mistake: training and test sets are swapped.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    var foldOf = [Int](repeating: 0, count: labels.count)
    for (position, index) in order.enumerated() { foldOf[index] = position % folds }
    return splits(foldOf, folds).map { ($0.test, $0.train) }
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
