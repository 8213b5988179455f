// Right, but each class reserves room for all samples: space in classes: n*classes instead of constant.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var numbers: [Int: Int] = [:]
    var members: [[Int]] = []
    for (index, label) in labels.enumerated() {
        if numbers[label] == nil {
            numbers[label] = members.count
            members.append([])
            members[members.count - 1].reserveCapacity(labels.count)
        }
        members[numbers[label]!].append(index)
    }
    var foldOf = [Int](repeating: 0, count: labels.count)
    for (position, index) in members.joined().enumerated() { foldOf[index] = position % folds }
    return splits(foldOf, folds)
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
