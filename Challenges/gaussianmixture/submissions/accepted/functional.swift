import Foundation

/// Components as values: a round maps each to its successor, from the responsibilities that all of them had before.
func fitMixture(
    points: [[Double]], weights: [Double], means: [[Double]], variances: [[Double]], iterations: Int,
    varianceFloor: Double
) -> (weights: [Double], means: [[Double]], variances: [[Double]], logLikelihood: Double) {
    let start = zip(weights, zip(means, variances)).map { Component(weight: $0, mean: $1.0, variance: $1.1) }
    let fitted = (0..<iterations).reduce(start) { components, _ in
        let sums = logSums(points, components)
        return components.map { component in
            let shares = zip(component.scores(points), sums).map { exp($0 - $1) }
            return component.moved(to: points, shares, floor: varianceFloor)
        }
    }
    let logLikelihood = logSums(points, fitted).reduce(0, +)
    return (fitted.map(\.weight), fitted.map(\.mean), fitted.map(\.variance), logLikelihood)
}

private struct Component {
    var weight: Double
    var mean: [Double]
    var variance: [Double]

    func scores(_ points: [[Double]]) -> [Double] {
        if weight == 0 { return points.map { _ in -.infinity } }
        let constant = log(weight) - variance.map { log(2 * Double.pi * $0) }.reduce(0, +) / 2
        return points.map { point in
            let squares = zip(point, zip(mean, variance)).reduce(0) { sum, entry in
                let difference = entry.0 - entry.1.0
                return sum + difference * difference / entry.1.1
            }
            return constant - squares / 2
        }
    }

    func moved(to points: [[Double]], _ shares: [Double], floor: Double) -> Component {
        let count = shares.reduce(0, +)
        guard count >= 1e-8 else { return Component(weight: 0, mean: mean, variance: variance) }
        var next = Component(weight: count / Double(points.count), mean: mean, variance: variance)
        for j in mean.indices {
            let centre = zip(points, shares).reduce(0) { $0 + $1.1 * $1.0[j] } / count
            next.mean[j] = centre
            next.variance[j] = max(
                floor, zip(points, shares).reduce(0) { $0 + $1.1 * ($1.0[j] - centre) * ($1.0[j] - centre) } / count)
        }
        return next
    }
}

/// The logarithm of the density of each point, two components at a time: log(e^a + e^b) = b + log(1 + e^(a - b)) for a <= b.
private func logSums(_ points: [[Double]], _ components: [Component]) -> [Double] {
    components.reduce(points.map { _ in -Double.infinity }) { sums, component in
        zip(sums, component.scores(points)).map { a, b in
            let (low, high) = (min(a, b), max(a, b))
            return high == -.infinity ? high : high + log1p(exp(low - high))
        }
    }
}
