// Mistake: a fold trains on the folds before it only, as one would with time series.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    var foldOf = [Int](repeating: 0, count: labels.count)
    for (position, index) in order.enumerated() { foldOf[index] = position % folds }
    return (0..<folds).map { fold in
        (foldOf.indices.filter { foldOf[$0] < fold }, foldOf.indices.filter { foldOf[$0] == fold })
    }
}
