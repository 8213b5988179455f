// Mistake: each fold gets the whole part of its share, and the last fold all that is left over.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var members: [Int: [Int]] = [:]
    for (index, label) in labels.enumerated() { members[label, default: []].append(index) }
    var foldOf = [Int](repeating: 0, count: labels.count)
    for indices in members.values {
        let share = indices.count / folds
        for (position, index) in indices.enumerated() {
            foldOf[index] = share == 0 ? folds - 1 : min(folds - 1, position / share)
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
