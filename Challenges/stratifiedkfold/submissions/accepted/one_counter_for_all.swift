/// No sort: classes are grouped by a dictionary, in whatever order, and one counter runs on from class to class.
func stratifiedKFold(labels: [Int], folds: Int) -> [(train: [Int], test: [Int])] {
    var members: [Int: [Int]] = [:]
    for (index, label) in labels.enumerated() { members[label, default: []].append(index) }

    var tests = [[Int]](repeating: [], count: folds)
    var next = 0
    for indices in members.values {
        for index in indices {
            tests[next].append(index)
            next = (next + 1) % folds
        }
    }

    return tests.indices.map { fold in
        // One append after the other: joining with + would copy what is there for each of the other folds.
        var train: [Int] = []
        train.reserveCapacity(labels.count - tests[fold].count)
        for other in tests.indices where other != fold { train += tests[other] }
        return (train, tests[fold])
    }
}
