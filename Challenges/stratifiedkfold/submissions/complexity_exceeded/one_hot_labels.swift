// Right, but labels are one-hot encoded first: space n*classes, and time as well.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let names = Array(Set(labels))
    let columns = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let rows = labels.map { label in
        var row = [Bool](repeating: false, count: names.count)
        row[columns[label]!] = true
        return row
    }
    var foldOf = [Int](repeating: 0, count: labels.count)
    var next = 0
    for column in names.indices {
        for index in rows.indices where rows[index][column] {
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
