// Right, but each class makes a pass over all samples: time in classes: n*classes instead of constant.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var foldOf = [Int](repeating: 0, count: labels.count)
    var next = 0
    for name in Set(labels) {
        for index in labels.indices where labels[index] == name {
            foldOf[index] = next
            next = (next + 1) % folds
        }
    }
    return splits(foldOf, folds)
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
