import Foundation

/// A logarithmic axis: the part of it that is shown, in decimal logarithms.
struct LogAxis: Equatable {
    let lower: Double
    let upper: Double

    /// The part that shows all `places`, with some air on both sides.
    ///
    /// - Parameters:
    ///   - leastSpan: in decades. What hardly changes must not fill the plot as if it did.
    ///   - padding: the air on each side, as a part of the whole.
    init(_ places: [Double], leastSpan: Double, padding: Double) {
        let low = places.min() ?? 0
        let high = places.max() ?? 0
        let missing = max(0, leastSpan - (high - low))
        // Half of it on each side, but none of it below 1, where no count can lie.
        let below = min(missing / 2, max(low, 0))
        let air = (high - low + missing) * padding
        lower = low - below - air
        upper = high + missing - below + air
    }

    /// Where `place` lies: 0 at the lower end, 1 at the upper; in the middle of an axis that has no extent.
    func fraction(_ place: Double) -> Double {
        guard upper > lower else { return 0.5 }
        return min(max((place - lower) / (upper - lower), 0), 1)
    }

    func contains(_ place: Double) -> Bool { place >= lower && place <= upper }

    /// The decimal logarithm of a count. What is below 1 lies at 1: a logarithmic axis has no 0.
    static func log(_ count: Int) -> Double { log10(Double(max(count, 1))) }
}
