/// As a pipeline of values: count the classes of each score in a dictionary, where 0 and -0 are one key; sort the keys; make steps of
/// them; merge steps of one direction; add up.
func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    let total = labels.reduce(into: Step()) { $0.add($1) }
    guard total.negatives > 0, total.positives > 0 else { return (0.5, [0, 1], [0, 1]) }
    let steps = zip(scores, labels)
        .reduce(into: [Double: Step]()) { $0[$1.0, default: Step()].add($1.1) }
        .sorted { $0.key > $1.key }
        .map(\.value)
    let pairs = Double(total.negatives) * Double(total.positives)
    // Below a step lies a rectangle, and in it half a rectangle: the tied pairs.
    let area = steps.reduce(into: (sum: 0.0, above: 0)) { area, step in
        area.sum += Double(step.negatives) * (Double(area.above) + Double(step.positives) / 2)
        area.above += step.positives
    }
    let corners =
        steps
        .reduce(into: [Step]()) { merged, step in
            if let last = merged.popLast() {
                if last.isParallel(to: step) { merged.append(last + step) } else { merged += [last, step] }
            } else {
                merged.append(step)
            }
        }
        .reduce(into: [Step()]) { $0.append($0[$0.count - 1] + $1) }
    return (
        area.sum / pairs, corners.map { Double($0.negatives) / Double(total.negatives) },
        corners.map { Double($0.positives) / Double(total.positives) }
    )
}

private struct Step {
    var negatives = 0
    var positives = 0

    mutating func add(_ label: Int) {
        if label == 1 { positives += 1 } else { negatives += 1 }
    }

    func isParallel(to other: Step) -> Bool { negatives * other.positives == positives * other.negatives }

    static func + (left: Step, right: Step) -> Step {
        Step(negatives: left.negatives + right.negatives, positives: left.positives + right.positives)
    }
}
