// Mistake: each sample goes, as it comes, to the smallest fold of those with the fewest of its class. Class by class that
// is right; in another order two classes may both need the same fold in the end.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var members: [Int: [Int]] = [:]
    var totals = [Int](repeating: 0, count: folds)
    var foldOf: [Int] = []
    for label in labels {
        let counts = members[label] ?? [Int](repeating: 0, count: folds)
        var best = 0
        for fold in 1..<folds where (counts[fold], totals[fold]) < (counts[best], totals[best]) { best = fold }
        members[label, default: counts][best] += 1
        totals[best] += 1
        foldOf.append(best)
    }
    return splits(foldOf, folds)
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
