// Mistake: classes with fewer members than folds are left out.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    let kept = labels.indices.filter { counts[labels[$0]]! >= folds }
    var foldOf = [Int](repeating: -1, count: labels.count)
    for (position, index) in kept.sorted(by: { (labels[$0], $0) < (labels[$1], $1) }).enumerated() {
        foldOf[index] = position % folds
    }
    return splits(foldOf, folds)
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
