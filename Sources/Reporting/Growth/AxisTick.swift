/// A marked place on an axis.
struct AxisTick: Equatable {
    /// The decimal logarithm of the value.
    var place: Double
    /// The value as people read it.
    var label: String

    /// The labels to show of those that stand in a row: every one, every second, … counted from the last, so that no
    /// two come closer than `gap`.
    ///
    /// - Parameter spans: where each label begins and ends, by rising place.
    static func shown(_ spans: [ClosedRange<Double>], gap: Double) -> [Int] {
        guard spans.count > 1 else { return Array(spans.indices) }
        for step in 1..<spans.count {
            let indices = stride(from: spans.count - 1, through: 0, by: -step).reversed()
            let fits = zip(indices, indices.dropFirst()).allSatisfy {
                spans[$0].upperBound + gap <= spans[$1].lowerBound
            }
            if fits { return Array(indices) }
        }
        return [spans.count - 1]
    }
}
