// Mistake: the range of a share includes its end, which is the first of the next fold as well.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var members: [Int: [Int]] = [:]
    for (index, label) in labels.enumerated() { members[label, default: []].append(index) }
    var tests = [[Int]](repeating: [], count: folds)
    for indices in members.values {
        for fold in 0..<folds {
            let start = fold * indices.count / folds
            let end = min((fold + 1) * indices.count / folds, indices.count - 1)
            if start <= end { tests[fold] += indices[start...end] }
        }
    }
    return tests.map { test in
        let own = Set(test)
        return (labels.indices.filter { !own.contains($0) }, test)
    }
}
