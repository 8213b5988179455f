// Mistake: what is returned are positions in the order of the labels, for folds that are blocks of each class.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    let sorted = order.map { labels[$0] }
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    var foldOf = [Int](repeating: 0, count: labels.count)
    var start = 0
    var turn = 0
    while start < sorted.count {
        let count = counts[sorted[start]]!
        let share = count / folds
        for position in 0..<count {
            if position < share * folds {
                foldOf[start + position] = position / share
            } else {
                foldOf[start + position] = turn
                turn = (turn + 1) % folds
            }
        }
        start += count
    }
    return splits(foldOf, folds)
}

/// The training and test indices of each fold, from the fold that each index is tested in.
private func splits(_ foldOf: [Int], _ folds: Int) -> [(train: [Int], test: [Int])] {
    (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] != fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
