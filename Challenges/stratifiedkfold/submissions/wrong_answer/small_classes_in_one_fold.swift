// Mistake: a class with fewer members than folds goes to one fold as a whole, a new one for each class.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    var foldOf = [Int](repeating: 0, count: labels.count)
    var next = 0
    for (position, index) in order.enumerated() {
        let isSmall = counts[labels[index]]! < folds
        let isLast = position + 1 == order.count || labels[order[position + 1]] != labels[index]
        foldOf[index] = next
        if !isSmall || isLast { next = (next + 1) % folds }
    }
    return splits(foldOf, folds)
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
