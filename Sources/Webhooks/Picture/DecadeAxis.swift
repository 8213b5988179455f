internal import Foundation

/// A logarithmic axis, in decimal logarithms, that shows two decades' lines at least: one alone tells no slope.
struct DecadeAxis: Equatable {
    let lower: Double
    let upper: Double

    /// The axis that shows all `places`, which are finite, with some air on both sides.
    init(_ places: [Double]) {
        var low = places.min() ?? 0
        var high = places.max() ?? 0
        while high.rounded(.down) - low.rounded(.up) < 1 {
            let below = low.rounded(.up) - 1
            let above = high.rounded(.down) + 1
            if low - below < above - high { low = below } else { high = above }
        }
        let air = (high - low) * 0.06
        (lower, upper) = (low - air, high + air)
    }

    /// Where `place` lies: 0 at the lower end, 1 at the upper.
    func fraction(_ place: Double) -> Double { min(max((place - lower) / (upper - lower), 0), 1) }

    /// The decades to mark: every one, every second, every fifth, … so that they are not more than `most`, which is 4 at
    /// least: no number has more than 309 digits.
    func decades(atMost most: Int) -> [Int] {
        for step in [1.0, 2, 5, 10, 20, 50, 100, 200] {
            let decades = stride(from: (lower / step).rounded(.up) * step, through: upper, by: step).map { Int($0) }
            if decades.count <= most { return decades }
        }
        return []
    }

    /// The decimal logarithm of a count. What is below 1 lies at 1: a logarithmic axis has no 0.
    static func log(_ count: Double) -> Double { log10(max(count, 1)) }
}
