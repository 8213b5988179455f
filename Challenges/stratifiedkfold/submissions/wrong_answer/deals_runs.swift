// Mistake: a class is taken to be a run of equal labels, each of which is dealt from where the last one ended; that is plain
// k-fold where labels are not sorted.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var foldOf: [Int] = []
    var next = 0
    for (index, label) in labels.enumerated() {
        // Every run is dealt on from the fold after the one that ended the run before.
        if index > 0, label != labels[index - 1] { next += 1 }
        foldOf.append(next % folds)
        if index + 1 < labels.count, labels[index + 1] == label { next += 1 }
    }
    return splits(foldOf, folds)
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
