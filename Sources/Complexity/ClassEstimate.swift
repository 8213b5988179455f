import Foundation

/// Which class explains a curve: the simplest whose best non-negative combination with the classes below it stays close
/// to every point. It informs; the one-sided test decides.
package struct ClassEstimate: Sendable, Equatable {
    /// The class.
    package let best: GrowthClass
    /// The neighbour that explains the points nearly as well, where there is one.
    package let alternative: GrowthClass?

    /// Relative error, root mean square, up to which a class explains points that do not scatter: counts of work that
    /// does not depend on chance.
    private static let closeness = 0.002
    /// The same for points that scatter by themselves, at most.
    private static let tolerance = 0.03
    /// A class whose part of the last point is smaller than this is not what the curve is about.
    private static let leastShare = 0.15
    private static let fewestPoints = 6
    /// A logarithm that adds less than this part of its own slope is none.
    private static let leastLogarithm = 0.28
    /// Growth that doubles with every step is only ever seen at sizes up to this.
    private static let largestExponential = 128.0

    /// The estimate from the usable rungs of `curve`; `nil` where there are too few.
    package init?(_ curve: GrowthCurve) {
        let points = GrowthFit.points(of: curve)
        guard points.count >= 3 else { return nil }
        if Self.isExponential(points, curve.exponent) {
            best = .exponential
            alternative = nil
            return
        }
        let (fits, chosen, isExact) = Self.choose(points)
        guard let chosen else { return nil }
        var leading = Self.plausible(Self.leading(chosen), exponent: curve.exponent)
        if !isExact, curve.scatter > Self.closeness { leading = Self.withoutLogarithm(leading, curve) }
        best = leading
        let below = fits.last { $0.class < leading }
        if leading < chosen.class {
            alternative = chosen.class
        } else {
            let isDoubtful = chosen.error > Self.tolerance || (below?.error ?? 1) <= 2 * Self.closeness
            alternative = isDoubtful ? below?.class : nil
        }
    }

    /// The fits of all classes, and the simplest one that is close.
    private static func choose(
        _ points: [GrowthFit.Point]
    ) -> (fits: [GrowthFit], chosen: GrowthFit?, isExact: Bool) {
        // Small sizes obey other laws: cut-offs, warm-up. Up to a third of them are left out where that makes it simpler.
        var simplest: (fits: [GrowthFit], chosen: GrowthFit)?
        for dropped in 0...max(0, min(points.count - fewestPoints, points.count / 3)) {
            let fits = GrowthFit.all(Array(points.dropFirst(dropped)))
            guard let close = fits.first(where: { $0.error <= closeness && $0.freedom >= 2 }) else { continue }
            if close.class < simplest?.chosen.class ?? .exponential { simplest = (fits, close) }
        }
        if let simplest { return (simplest.fits, simplest.chosen, true) }
        let fits = GrowthFit.all(points)
        // With all classes together no combination comes closer than this: it is scatter.
        let scatter = fits.map(\.error).min() ?? 0
        let close = fits.first { $0.error <= min(tolerance, 4 * scatter + 0.002) }
        return (fits, close ?? fits.first { $0.error <= scatter * 1.5 + 0.01 }, false)
    }

    /// The highest class that has a real part in the last point.
    private static func leading(_ fit: GrowthFit) -> GrowthClass {
        fit.shares.last { $0.share >= leastShare }?.class ?? fit.class
    }

    /// A class that would rise much faster at the top than the points do is an artefact of the fit: the next lower one.
    private static func plausible(_ class: GrowthClass, exponent: Double) -> GrowthClass {
        GrowthClass.allCases.last { $0 <= `class` && $0.growth.power <= exponent + 0.4 } ?? .constant
    }

    /// Of points that scatter, a logarithm must show in the slope at the top as well: a fit takes ripples for one.
    private static func withoutLogarithm(_ class: GrowthClass, _ curve: GrowthCurve) -> GrowthClass {
        guard let top = curve.usable.last, let low = curve.half(of: top.x), `class`.growth.power > 0,
            let plain = GrowthClass.allCases.first(where: { $0.growth == Growth(power: `class`.growth.power) })
        else { return `class` }
        let whole = `class`.growth.slope(from: Double(low.x), to: Double(top.x))
        let share = (min(curve.exponent, curve.lastSlope) - plain.growth.power) / max(whole - plain.growth.power, 1e-9)
        return share < leastLogarithm ? plain : `class`
    }

    /// Steeper than any power that the ladder could hold, at sizes where only that is possible.
    private static func isExponential(_ points: [GrowthFit.Point], _ exponent: Double) -> Bool {
        guard points.count >= 3, let last = points.last, last.x <= largestExponential else { return false }
        // The slope of an exponential rises with x, so the last step shows it best, unless it is a small one of memory.
        return max(GrowthCurve.slope(points.suffix(2)), exponent) > 4.2
    }
}

/// The best non-negative combination of one class with those below it.
struct GrowthFit: Sendable {
    typealias Point = (x: Double, y: Double)

    let `class`: GrowthClass
    /// Relative error, root mean square.
    let error: Double
    /// How many more points there are than parts that were needed; a combination of as many parts meets anything.
    let freedom: Int
    /// By how much, relatively, the last point lies above the combination.
    let excess: Double
    /// What each class contributes to the last point.
    let shares: [(class: GrowthClass, share: Double)]

    static func points(of curve: GrowthCurve) -> [Point] {
        curve.usable.map { (Double($0.x), Double($0.median)) }
    }

    /// The fits of all classes but the exponential one, which no combination comes near.
    static func all(_ points: [Point]) -> [GrowthFit] {
        GrowthClass.allCases.dropLast().map { GrowthFit($0, points) }
    }

    /// The fit of the classes that grow no faster than any of `growths`.
    init(atMost growths: [Growth], _ points: [Point]) {
        let basis = GrowthClass.allCases.filter { `class` in growths.contains { `class`.growth.isAtMost($0) } }
        self.init(basis, growths, points)
    }

    init(_ class: GrowthClass, _ points: [Point]) {
        self.init(GrowthClass.allCases.filter { $0 <= `class` }, [], points)
    }

    private init(_ basis: [GrowthClass], _ more: [Growth], _ points: [Point]) {
        self.class = basis.last ?? .constant
        // Logarithms count from somewhat below the first point: log n - 2 is as logarithmic as log n, and the combination
        // has no negative parts to say so with.
        let start = pow(points.first?.x ?? 1, 0.35)
        func value(_ growth: Growth, _ x: Double) -> Double {
            pow(x, growth.power) * pow(max(log2(x / start), 0.5), growth.logs) * exp(growth.rate * x)
        }
        // Each equation is divided by its value, so that errors are relative.
        let columns = (basis.map(\.growth) + more).map { growth in points.map { value(growth, $0.x) / $0.y } }
        let factors = NonNegativeLeastSquares.solve(columns, points.map { _ in 1 })
        let errors = points.indices.map { row in zip(columns, factors).reduce(-1) { $0 + $1.0[row] * $1.1 } }
        error = (errors.reduce(0) { $0 + $1 * $1 } / Double(max(points.count, 1))).squareRoot()
        freedom = points.count - factors.count { $0 > 0 }
        excess = -(errors.last ?? 0)
        shares = zip(basis, zip(columns, factors)).map { ($0, ($1.0.last ?? 0) * $1.1) }
    }
}

extension GrowthCurve {
    /// How far the usable points are, relatively, from any smooth growth: scatter by chance or by rounding of sizes.
    package var scatter: Double {
        // The upper rungs, as lower ones may be of another kind altogether. Few points are met by anything.
        let points = Array(GrowthFit.points(of: self).suffix(6))
        guard points.count >= 5 else { return 0 }
        // Higher powers than any class has are smooth all the same.
        return GrowthFit(atMost: [Growth(power: 3), Growth(power: 4), Growth(power: 6)], points).error
    }
}
