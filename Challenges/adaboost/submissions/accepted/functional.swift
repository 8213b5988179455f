import Foundation

typealias Stump = (feature: Int, threshold: Double, polarity: Int, alpha: Double)

/// In the functional style: the state of a round becomes that of the next, and each feature's candidates become its best one.
func adaBoost(points: [[Double]], labels: [Int], rounds: Int) -> [Stump] {
    let features = points[0].indices.map { Feature(index: $0, points: points, labels: labels) }
    let start = Ensemble(stumps: [], weights: labels.map { _ in 1 / Double(labels.count) }, isComplete: false)
    return (0..<rounds).reduce(into: start) { ensemble, _ in
        if !ensemble.isComplete { ensemble.extend(features, points, labels) }
    }.stumps
}

private struct Ensemble {
    var stumps: [Stump]
    var weights: [Double]
    var isComplete: Bool

    mutating func extend(_ features: [Feature], _ points: [[Double]], _ labels: [Int]) {
        let negatives = zip(weights, labels).reduce(0) { $1.1 < 0 ? $0 + $1.0 : $0 }
        let candidates = features.compactMap { feature in
            feature.best(weights, negatives).map { (feature: feature.index, cut: $0) }
        }
        guard let least = candidates.map(\.cut.error).min(), least < 0.5 - 1e-9,
            let first = candidates.first(where: { $0.cut.error < least + 1e-9 })
        else {
            isComplete = true
            return
        }

        isComplete = least < 1e-9
        let alpha = isComplete ? 1 : log((1 - first.cut.error) / first.cut.error) / 2
        stumps.append((first.feature, first.cut.threshold, first.cut.polarity, alpha))
        let moved = weights.indices.map { i in
            let margin = (points[i][first.feature] > first.cut.threshold ? 1 : -1) * first.cut.polarity * labels[i]
            return weights[i] * exp(-alpha * Double(margin))
        }
        let total = moved.reduce(0, +)
        weights = moved.map { $0 / total }
    }
}

/// The points in the order of a feature, each with the threshold that follows it, if one does.
private struct Feature {
    typealias Cut = (error: Double, threshold: Double, polarity: Int)

    let index: Int
    let steps: [(point: Int, sign: Double, threshold: Double?)]

    init(index: Int, points: [[Double]], labels: [Int]) {
        self.index = index
        let order = points.indices.map { (point: $0, value: points[$0][index]) }.sorted { $0.value < $1.value }
        steps = zip(order, order.dropFirst()).map { here, next in
            (here.point, Double(labels[here.point]), here.value < next.value ? (here.value + next.value) / 2 : nil)
        }
    }

    func best(_ weights: [Double], _ negatives: Double) -> Cut? {
        let start: (error: Double, best: Cut?) = (negatives, nil)
        return steps.reduce(into: start) { state, step in
            state.error += step.sign * weights[step.point]
            guard let threshold = step.threshold else { return }
            let (least, polarity) = state.error < 0.5 ? (state.error, 1) : (1 - state.error, -1)
            if least < (state.best?.error ?? 2) - 1e-9 { state.best = (least, threshold, polarity) }
        }.best
    }
}
