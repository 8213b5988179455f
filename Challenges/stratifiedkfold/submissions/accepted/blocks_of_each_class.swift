/// Blocks of each class, last fold first, with exact capacities: the equal shares go to all folds, and what is left over to
/// the folds that are next in turn.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    let order = labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    let count = labels.count
    var foldOf = [Int](repeating: 0, count: count)
    var sizes = [Int](repeating: 0, count: folds)
    var turn = folds - 1
    var start = 0
    while start < count {
        var end = start
        while end < count, labels[order[end]] == labels[order[start]] { end += 1 }
        let share = (end - start) / folds
        for position in start..<end {
            let fold: Int
            if position - start < share * folds {
                fold = (position - start) / share
            } else {
                fold = turn
                turn = turn == 0 ? folds - 1 : turn - 1
            }
            foldOf[order[position]] = fold
            sizes[fold] += 1
        }
        start = end
    }
    return sizes.indices.map { fold in
        var train: [Int] = []
        var test: [Int] = []
        train.reserveCapacity(count - sizes[fold])
        test.reserveCapacity(sizes[fold])
        for index in 0..<count {
            if foldOf[index] == fold { test.append(index) } else { train.append(index) }
        }
        return (train, test)
    }
}
