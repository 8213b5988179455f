// Mistake: what is returned are positions in the order of the labels, not the indices at these positions.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    return (0..<folds).map { fold in
        let test = order.indices.filter { labels[order[$0]] >= 0 && $0 % folds == fold }
        let train = order.indices.filter { $0 % folds != fold }
        return (train, test)
    }
}
