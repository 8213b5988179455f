// Right but too slow: whether an index is in the test set is looked up in an array of n / folds: n^2.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    return (0..<folds).map { fold in
        let test = stride(from: fold, to: order.count, by: folds).map { order[$0] }
        return (labels.indices.filter { !test.contains($0) }, test)
    }
}
