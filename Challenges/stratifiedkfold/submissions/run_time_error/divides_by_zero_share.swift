// Crashes: divides by the size of a share, which is 0 for a class with fewer members than folds.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var members: [Int: [Int]] = [:]
    for (index, label) in labels.enumerated() { members[label, default: []].append(index) }
    var foldOf = [Int](repeating: 0, count: labels.count)
    var next = 0
    for indices in members.values {
        let share = indices.count / folds
        for (position, index) in indices.enumerated() {
            if position / share < folds {
                foldOf[index] = position / share
            } else {
                foldOf[index] = next
                next = (next + 1) % folds
            }
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
