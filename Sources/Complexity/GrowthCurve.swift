import Foundation

/// What was measured along one ladder, by rising x.
package struct GrowthCurve: Sendable, Equatable {
    /// One rung.
    package struct Rung: Sendable, Equatable {
        /// The variable's value.
        package var x: Int
        /// What was counted, once for each sample of data.
        package var values: [Int]
        /// Whether a run was stopped at a limit, so that the values are lower bounds.
        package var isStopped: Bool
        /// What the model solution came to on the same data; 0 where that is not known.
        package var model: Int

        package init(x: Int, values: [Int], isStopped: Bool = false, model: Int = 0) {
            self.x = x
            self.values = values
            self.isStopped = isStopped
            self.model = model
        }

        /// The median over samples, at least 1.
        package var median: Int { Self.median(of: values) }

        static func median(of values: [Int]) -> Int {
            let sorted = values.sorted()
            return sorted.isEmpty ? 1 : max(1, sorted[sorted.count / 2])
        }
    }

    /// All rungs.
    package let rungs: [Rung]
    /// Those that ran to their end: the lower part of the ladder.
    package let usable: ArraySlice<Rung>

    /// A curve over `rungs`, in any order.
    package init(_ rungs: [Rung]) {
        self.rungs = rungs.sorted { $0.x < $1.x }
        usable = self.rungs.prefix { !$0.isStopped }
    }

    /// The first rung at which a run was stopped.
    package var stopped: Rung? { usable.endIndex < rungs.endIndex ? rungs[usable.endIndex] : nil }

    /// The rungs that decide: of the usable ones those down to a quarter of the highest, and at least three.
    package var upper: ArraySlice<Rung> {
        guard let top = usable.last else { return usable }
        return usable.suffix(max(3, usable.count { $0.x * 4 >= top.x }))
    }

    /// The highest usable rung that is at most about half of `x`.
    func half(of x: Int) -> Rung? { usable.last { Double($0.x) * 1.9 <= Double(x) } }

    /// The slope of ln(value) against ln(x) over the upper rungs, by least squares on medians.
    package var exponent: Double { Self.slope(upper.map { (Double($0.x), Double($0.median)) }) }

    /// The slope over the last doubling of the usable rungs.
    var lastSlope: Double {
        guard let top = usable.last, let low = half(of: top.x) else { return 0 }
        return Self.slope([low, top].map { (Double($0.x), Double($0.median)) })
    }

    /// This curve with each two neighbouring rungs made one, where that takes away what it scatters: a ripple that comes
    /// back with every second doubling, as that of sizes which are rounded to the side of a square.
    var steadied: GrowthCurve {
        let own = scatter
        guard own > Self.leastRipple, zip(usable, usable.dropFirst()).allSatisfy({ $1.x == 2 * $0.x }) else {
            return self
        }
        func mean(_ low: Int, _ high: Int) -> Int {
            Int((Double(max(low, 1)).squareRoot() * Double(max(high, 1)).squareRoot()).rounded())
        }
        let steady = GrowthCurve(
            zip(usable, usable.dropFirst()).map { low, high in
                let values =
                    low.values.count == high.values.count
                    ? zip(low.values.sorted(), high.values.sorted()).map(mean) : [mean(low.median, high.median)]
                return Rung(x: mean(low.x, high.x), values: values, model: mean(low.model, high.model))
            })
        return steady.scatter * 3 < own ? steady : self
    }

    /// Less scatter than this is none.
    private static let leastRipple = 0.004

    /// The middle 95 % of the exponent over samples of data, by a bootstrap with a fixed stream of chance: the same
    /// measurements give the same interval.
    package var interval: ClosedRange<Double> {
        let rungs = Array(upper)
        guard rungs.contains(where: { $0.values.count > 1 }) else { return exponent...exponent }
        var state: UInt64 = 0x5DEE_CE66_D011
        func draw(_ values: [Int]) -> Int {
            // Knuth's MMIX generator: the upper bits are good enough to choose one of three.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return values[Int(state >> 33) % values.count]
        }
        let slopes = (0..<200).map { _ in
            Self.slope(
                rungs.map { rung in
                    (Double(rung.x), Double(Rung.median(of: rung.values.map { _ in draw(rung.values) })))
                })
        }.sorted()
        return min(slopes[5], exponent)...max(slopes[194], exponent)
    }

    /// The slope of ln y against ln x, by least squares.
    static func slope(_ points: [(x: Double, y: Double)]) -> Double {
        let xs = points.map { log($0.x) }
        let ys = points.map { log(max($0.y, 1)) }
        let meanX = xs.reduce(0, +) / Double(max(xs.count, 1))
        let meanY = ys.reduce(0, +) / Double(max(ys.count, 1))
        let spread = xs.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
        guard spread > 0 else { return 0 }
        return zip(xs, ys).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
    }
}
