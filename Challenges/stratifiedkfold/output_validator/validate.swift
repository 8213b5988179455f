import ChallengeKit

// Every right split is accepted: the rules of the statement are checked one after the other, on counts, and the answer file
// plays no part but for being checked too. Nothing here has a tolerance, and no order of folds or indices matters.
//
// A wrong output is looked at more closely: if it fits a common mistake, the message names that.

/// What the solution was given.
struct Problem {
    let labels: [Int]
    let folds: Int
    /// The classes as 0, 1, …, so that counting needs no dictionary.
    let classes: [Int]
    let classCount: Int

    init(_ input: inout Reader) {
        labels = input.intList("labels")
        folds = input.int("folds")
        var numbers: [Int: Int] = [:]
        classes = labels.map { label in
            if let number = numbers[label] { return number }
            defer { numbers[label] = numbers.count }
            return numbers.count
        }
        classCount = numbers.count
    }

    /// For each class the largest difference between its numbers of members in two folds.
    func spreads(_ foldOf: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: classCount)
        var most = counts
        var fewest = [Int](repeating: .max, count: classCount)
        var byFold = [[Int]](repeating: [], count: folds)
        for index in labels.indices { byFold[foldOf[index]].append(index) }
        var foldsWith = counts
        for fold in byFold {
            for index in fold { counts[classes[index]] += 1 }
            for index in fold where counts[classes[index]] > 0 {
                let label = classes[index]
                most[label] = max(most[label], counts[label])
                fewest[label] = min(fewest[label], counts[label])
                foldsWith[label] += 1
                counts[label] = 0
            }
        }
        return (0..<classCount).map { most[$0] - (foldsWith[$0] < folds ? 0 : fewest[$0]) }
    }

    func sizes(_ foldOf: [Int]) -> [Int] {
        foldOf.reduce(into: [Int](repeating: 0, count: folds)) { $0[$1] += 1 }
    }

    /// The indices in the order of their labels.
    var order: [Int] { labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) } }
}

typealias Split = (train: [Int], test: [Int])

/// The broken rule, in one sentence that does not give the data away; `nil` for a right split.
func fault(_ problem: Problem, _ splits: [Split]) -> String? {
    let n = problem.labels.count
    guard splits.count == problem.folds else {
        return "There must be one pair of training and test indices for each fold."
    }
    for split in splits {
        guard split.test.allSatisfy({ (0..<n).contains($0) }), split.train.allSatisfy({ (0..<n).contains($0) }) else {
            return isLabels(problem, splits)
                ? "It looks as if labels are returned: indices are asked for, from 0 to n - 1."
                : "An index is not a position in labels, from 0 to n - 1."
        }
    }
    return partitionFault(problem, splits) ?? trainingFault(problem, splits) ?? balanceFault(problem, splits)
}

/// Whether everything that was returned is a label.
func isLabels(_ problem: Problem, _ splits: [Split]) -> Bool {
    let known = Set(problem.labels)
    return splits.allSatisfy { $0.test.allSatisfy { known.contains($0) } }
}

/// Rule 1.
func partitionFault(_ problem: Problem, _ splits: [Split]) -> String? {
    let n = problem.labels.count
    var times = [Int](repeating: 0, count: n)
    for split in splits {
        for index in split.test { times[index] += 1 }
    }
    if times.allSatisfy({ $0 == 1 }) { return nil }
    var trained = [Int](repeating: 0, count: n)
    for split in splits {
        for index in split.train { trained[index] += 1 }
    }
    if trained.allSatisfy({ $0 == 1 }) {
        return "It looks as if training and test sets are swapped: a fold is tested on its own members."
    }
    if isLabels(problem, splits), !times.allSatisfy({ $0 <= 1 }) {
        return "It looks as if labels are returned: indices are asked for, from 0 to n - 1."
    }
    if times.allSatisfy({ $0 <= 1 }) {
        let members = zip(problem.classes, times).reduce(into: [Int](repeating: 0, count: problem.classCount)) {
            $0[$1.0] += 1
        }
        let missing = (0..<n).filter { times[$0] == 0 }
        if missing.allSatisfy({ members[problem.classes[$0]] < problem.folds }) {
            return
                "It looks as if classes with fewer members than folds are left out: their members are tested once as well."
        }
        return "An index is in no test set: every sample is tested once, also those that a division leaves over."
    }
    return "An index is in more than one test set: every sample is tested once."
}

/// Rule 2.
func trainingFault(_ problem: Problem, _ splits: [Split]) -> String? {
    let n = problem.labels.count
    // The number of the last fold that had an index in its test or training set.
    var tested = [Int](repeating: -1, count: n)
    var trained = [Int](repeating: -1, count: n)
    var isTwice = false
    var isMissing = false
    for (fold, split) in splits.enumerated() {
        for index in split.test { tested[index] = fold }
        for index in split.train {
            if tested[index] == fold {
                return "It looks as if test samples leak into training: a fold trains on the other folds only."
            }
            isTwice = isTwice || trained[index] == fold
            trained[index] = fold
        }
        isMissing = isMissing || split.train.count < n - split.test.count
    }
    if isTwice { return "A training set holds an index twice." }
    return isMissing ? "A training set lacks an index: a fold trains on all the other folds." : nil
}

/// Rules 3 and 4.
func balanceFault(_ problem: Problem, _ splits: [Split]) -> String? {
    let n = problem.labels.count
    var foldOf = [Int](repeating: 0, count: n)
    for (fold, split) in splits.enumerated() {
        for index in split.test { foldOf[index] = fold }
    }
    let spread = problem.spreads(foldOf).max() ?? 0
    let sizes = problem.sizes(foldOf)
    if spread > 1 {
        // As many changes as folds make blocks.
        if (1..<n).filter({ foldOf[$0] != foldOf[$0 - 1] }).count == problem.folds - 1 {
            return "It looks as if folds are blocks of consecutive indices: classes are not spread evenly."
        }
        if (0..<n).allSatisfy({ foldOf[$0] == foldOf[$0 % problem.folds] }) {
            return "It looks as if indices are dealt out without a look at their labels: classes are not spread evenly."
        }
        var moved = foldOf
        for (position, index) in problem.order.enumerated() { moved[index] = foldOf[position] }
        if problem.spreads(moved).allSatisfy({ $0 <= 1 }) {
            return
                "It looks as if positions in the order of the labels are returned: they are not the samples' indices."
        }
        return "A class has at least two more members in one test set than in another."
    }
    if sizes.max()! - sizes.min()! > 1 {
        let isFalling = zip(sizes, sizes.dropFirst()).allSatisfy { $0 >= $1 }
        return isFalling || zip(sizes, sizes.dropFirst()).allSatisfy { $0 <= $1 }
            ? "It looks as if the remainders of all classes go to the same folds: test sets differ in size by more than one."
            : "Two test sets differ in size by more than one, though each class is spread evenly."
    }
    return nil
}

func readSplits(_ reader: inout Reader, folds: Int) -> [Split] {
    let count = reader.int("the number of folds")
    var splits: [Split] = []
    // A wrong number is reported as such, whatever follows.
    if count != folds { return [] }
    for _ in 0..<count {
        let test = reader.intList("the test indices")
        let train = reader.intList("the training indices")
        splits.append((train, test))
    }
    return splits
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let reference = readSplits(&validator.answer, folds: problem.folds)
if let sentence = fault(problem, reference) { validator.answer.fail(sentence) }
let splits = readSplits(&validator.output, folds: problem.folds)
if let sentence = fault(problem, splits) { validator.reject(sentence) }
validator.accept()
