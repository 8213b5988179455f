// Right, but the members of a class are taken from its front, and each removal shifts the others: time in n: n^2.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var members: [Int: [Int]] = [:]
    for (index, label) in labels.enumerated() { members[label, default: []].append(index) }
    var foldOf = [Int](repeating: 0, count: labels.count)
    var next = 0
    for var indices in members.values {
        while !indices.isEmpty {
            foldOf[indices.removeFirst()] = next
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
