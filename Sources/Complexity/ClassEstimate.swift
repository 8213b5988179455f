import Foundation

/// Which class explains a curve: the simplest whose best non-negative combination with the classes below it stays close
/// to every point. It informs; the one-sided test decides.
package struct ClassEstimate: Sendable, Equatable {
    /// The class.
    package let best: GrowthClass
    /// The neighbour that explains the points nearly as well, where there is one.
    package let alternative: GrowthClass?

    /// Relative error, root mean square, up to which a class explains points that scatter; counts of work that does not
    /// depend on chance do not scatter, and are held to less.
    private static let tolerance = 0.03
    private static let leastTolerance = 0.006
    /// A combination whose leading class contributes less than this to the last point is not of that class.
    private static let leastShare = 0.1
    private static let fewestPoints = 4

    /// The estimate from the usable rungs of `curve`; `nil` where there are too few.
    package init?(_ curve: GrowthCurve) {
        let points = curve.usable.map { (x: Double($0.x), y: Double($0.median)) }
        guard points.count >= 3 else { return nil }
        if Self.isExponential(points) {
            best = .exponential
            alternative = nil
            return
        }
        // Small sizes obey other laws: cut-offs, warm-up. They are left out where they stand in the way.
        var chosen: (class: GrowthClass, error: Double)?
        var fits: [Fit] = []
        for dropped in 0...max(0, points.count - Self.fewestPoints) {
            fits = GrowthClass.allCases.filter { $0 != .exponential }.map { Fit($0, Array(points.dropFirst(dropped))) }
            // With all classes together no combination comes closer than this: it is scatter.
            let scatter = fits.map(\.error).min() ?? 0
            let tolerance = min(Self.tolerance, max(Self.leastTolerance, 3 * scatter))
            if let fit = fits.first(where: { $0.error <= tolerance }) {
                chosen = (fit.class, fit.error)
                break
            }
        }
        if chosen == nil {
            // Noisy data: the simplest that is not much worse than the best.
            fits = GrowthClass.allCases.filter { $0 != .exponential }.map { Fit($0, points) }
            let least = fits.map(\.error).min() ?? 0
            chosen = fits.first { $0.error <= least * 1.25 + 0.005 }.map { ($0.class, $0.error) }
        }
        guard let chosen else { return nil }
        best = chosen.class
        alternative = Self.alternative(to: chosen.class, fits)
    }

    /// The class below that fits nearly as well, or the class above where the leading part is small.
    private static func alternative(to chosen: GrowthClass, _ fits: [Fit]) -> GrowthClass? {
        guard let fit = fits.first(where: { $0.class == chosen }) else { return nil }
        if let below = fits.last(where: { $0.class < chosen }), below.error <= 2 * tolerance { return below.class }
        return fit.share < 2 * leastShare ? fits.last { $0.class < chosen }?.class : nil
    }

    /// Steeper than any power that the ladder could hold, and straight in x rather than in ln x.
    private static func isExponential(_ points: [(x: Double, y: Double)]) -> Bool {
        let upper = points.suffix(4)
        guard let first = upper.first, let last = upper.last, last.x > first.x else { return false }
        return GrowthCurve.slope(upper.map { ($0.x, $0.y) }) > 4
    }

    /// The best combination of one class with those below it.
    private struct Fit {
        let `class`: GrowthClass
        /// Relative error, root mean square.
        let error: Double
        /// What the class itself contributes at the last point.
        let share: Double

        init(_ class: GrowthClass, _ points: [(x: Double, y: Double)]) {
            self.class = `class`
            let basis = GrowthClass.allCases.filter { $0 <= `class` }.map(\.growth)
            // Each equation is divided by its value, so that errors are relative.
            let columns = basis.map { growth in points.map { growth.value(at: $0.x) / $0.y } }
            let factors = NonNegativeLeastSquares.solve(columns, points.map { _ in 1 })
            let errors = points.indices.map { row in
                zip(columns, factors).reduce(-1) { $0 + $1.0[row] * $1.1 }
            }
            error = (errors.reduce(0) { $0 + $1 * $1 } / Double(max(points.count, 1))).squareRoot()
            share = (columns.last?.last ?? 0) * (factors.last ?? 0)
        }
    }
}
