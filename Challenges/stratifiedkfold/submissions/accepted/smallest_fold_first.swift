/// Class by class, each member goes to the fold that has the fewest of its class, and of these to the smallest.
///
/// Right because classes come one after the other: when a class is done, what it left over went to the smallest folds.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    var totals = [Int](repeating: 0, count: folds)
    var members = [Int](repeating: 0, count: folds)
    var foldOf = [Int](repeating: 0, count: labels.count)
    for (position, index) in order.enumerated() {
        // At most n resets of n*folds steps in all.
        if position > 0, labels[index] != labels[order[position - 1]] {
            for fold in 0..<folds { members[fold] = 0 }
        }
        var best = 0
        for fold in 1..<folds where (members[fold], totals[fold]) < (members[best], totals[best]) { best = fold }
        members[best] += 1
        totals[best] += 1
        foldOf[index] = best
    }
    return splits(foldOf, folds)
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
