import JudgeCore

extension VariableGrowth {
    /// The variable's name, fit for a terminal.
    package var displayedName: String { name.displayedInline(limit: 40) }

    /// The class that explains the points, `n^2`; where they leave two, `between n and n log n`.
    package var displayedClass: String {
        let class1 = estimate.isEmpty ? "unknown" : estimate.displayedInline(limit: 60)
        guard let alternative else { return class1 }
        return "between \(class1) and \(alternative.displayedInline(limit: 60))"
    }

    /// The slope with its interval: `2.00 [1.99, 2.01]`.
    package var displayedSlope: String {
        let slope = Figures.slope(exponent)
        guard interval.count == 2 else { return slope }
        return "\(slope) [\(Figures.slope(interval[0])), \(Figures.slope(interval[1]))]"
    }

    /// The sizes that were tested, `256 to 16,384`; `nil` where there are none.
    package var displayedSizes: String? {
        guard let first = points.map(\.x).min(), let last = points.map(\.x).max() else { return nil }
        return Figures.integer(first) + (first == last ? "" : " to \(Figures.integer(last))")
    }

    /// The family on which it was seen, `family duplicates`; `nil` where it has no name.
    package var displayedFamily: String? { family.isEmpty ? nil : "family \(family.displayedInline(limit: 40))" }
}

extension GrowthVerdict {
    /// The colour in which the verdict stands out.
    var style: Style {
        switch self {
        case .within: .green
        case .over: .red
        case .inconclusive: .yellow
        }
    }
}
