// Mistake: the fold after the test set is kept for validation, and missing from the training set.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    var foldOf = [Int](repeating: 0, count: labels.count)
    for (position, index) in order.enumerated() { foldOf[index] = position % folds }
    return (0..<folds).map { fold in
        let train = foldOf.indices.filter { foldOf[$0] != fold && foldOf[$0] != (fold + 1) % folds }
        return (train, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
