/// The plain reference: put the indices in the order of their labels and deal them out like cards.
///
/// A class is a run of that order, and any run that is dealt in turn gives each fold its share, to within one. So does the
/// whole. Time n*log(n) + n*folds, space n*folds.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    var foldOf = [Int](repeating: 0, count: labels.count)
    for (position, index) in order.enumerated() { foldOf[index] = position % folds }

    return (0..<folds).map { fold in
        var train: [Int] = []
        var test: [Int] = []
        for (index, own) in foldOf.enumerated() {
            if own == fold { test.append(index) } else { train.append(index) }
        }
        return (train, test)
    }
}
