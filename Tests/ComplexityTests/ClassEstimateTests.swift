import Foundation
import Testing

@testable import Complexity

@Suite("The estimate of a class")
struct ClassEstimateTests {
    private static let classes = GrowthClass.allCases.filter { $0 != .exponential }

    /// Ladders of 5 to 10 rungs, from a small and from a larger size.
    private static let ladders = (5...10).flatMap { rungs in [16, 256].map { Curves.ladder(from: $0, rungs: rungs) } }

    private func estimate(_ xs: [Int], _ value: (Double) -> Double) throws -> ClassEstimate {
        try #require(ClassEstimate(Curves.curve(xs, value)))
    }

    @Test("is the class of a curve of nothing else", arguments: classes)
    func pure(growth: GrowthClass) throws {
        for xs in Self.ladders {
            for factor in [0.4, 70] {
                let found = try estimate(xs) { 1000 * factor * growth.growth.value(at: $0) }
                #expect(found.best == growth, "\(xs) x \(factor)")
            }
        }
    }

    @Test("is the leading class, whatever constant is added", arguments: classes)
    func constant(growth: GrowthClass) throws {
        for xs in Self.ladders {
            let first = growth.growth.value(at: Double(xs[0]))
            for share in [0.1, 1, 4] {
                let found = try estimate(xs) { 1e5 * (growth.growth.value(at: $0) + share * first) }
                #expect(found.best == growth, "\(xs) + \(share)")
            }
        }
    }

    @Test("is the leading class, whatever comes below it", arguments: classes.dropFirst(2))
    func lowerTerms(growth: GrowthClass) throws {
        let lower = Self.classes.filter { $0 < growth && $0.growth.power <= growth.growth.power - 0.5 }
        for xs in Self.ladders {
            for below in lower {
                // As much as the leading term on the first rung.
                let ratio = growth.growth.value(at: Double(xs[0])) / below.growth.value(at: Double(xs[0]))
                let found = try estimate(xs) {
                    1e4 * (growth.growth.value(at: $0) + ratio * below.growth.value(at: $0))
                }
                #expect(found.best == growth, "\(xs) with \(below)")
            }
        }
    }

    @Test("of points that scatter by 2 % is the class or its neighbour, never further off", arguments: classes)
    func scatter(growth: GrowthClass) throws {
        var named = 0
        var count = 0
        for xs in Self.ladders {
            for seed in 0..<6 as Range<UInt64> {
                let found = try estimate(xs) { 1e5 * growth.growth.value(at: $0) * Curves.scatter($0, seed) }
                #expect(abs(found.best.rawValue - growth.rawValue) <= 1, "\(xs) \(seed): \(found)")
                count += 1
                if found.best == growth || found.alternative == growth { named += 1 }
            }
        }
        #expect(Double(named) >= 0.9 * Double(count), "\(named) of \(count)")
    }

    @Test("of exponential growth is 2^n, however few rungs ran to their end")
    func exponential() throws {
        for (xs, limit) in [
            (Curves.ladder(from: 1, rungs: 10), 3e8), (Curves.ladder(from: 2, rungs: 6), 1e11),
            ([2, 4, 8, 16, 18, 20, 22, 24, 26, 32], 3e8), ([4, 8, 16, 32], 1e12),
        ] {
            let curve = Curves.curve(xs, limit: limit) { 3 * pow(2, $0) + 10 * $0 }
            #expect(ClassEstimate(curve)?.best == .exponential, "\(xs)")
        }
        // Not so growth by a power, be it steep.
        #expect(try estimate(Curves.ladder(from: 4, rungs: 6)) { pow($0, 3) * 100 }.best == .cubic)
    }

    @Test("leaves out small sizes that obey another law")
    func warmUp() throws {
        let xs = Curves.ladder(from: 16, rungs: 10)
        // Insertion sort up to 64, merge sort above.
        let found = try estimate(xs) { $0 <= 64 ? 2 * $0 * $0 : 25 * $0 * log2($0) }
        #expect(found.best == .linearithmic)
    }

    @Test("looks at what ran to its end only")
    func stopped() throws {
        let curve = Curves.curve(Curves.ladder(from: 32, rungs: 10), limit: 1e7) { 3 * $0 * $0 }
        #expect(curve.stopped != nil)
        #expect(ClassEstimate(curve)?.best == .quadratic)
    }

    @Test("needs three points")
    func few() {
        #expect(ClassEstimate(Curves.curve([], { $0 })) == nil)
        #expect(ClassEstimate(Curves.curve([16, 32], { $0 })) == nil)
        #expect(ClassEstimate(Curves.curve(Curves.ladder(from: 32, rungs: 9), limit: 1000) { $0 * $0 }) == nil)
        #expect(ClassEstimate(Curves.curve([16, 32, 64]) { 100 * $0 })?.best == .linear)
    }

    @Test("is the same every time, and the same whatever the unit")
    func repeats() throws {
        let xs = Curves.ladder(from: 32, rungs: 8)
        func value(_ x: Double) -> Double { (x * log2(x) + 30 * x) * Curves.scatter(x, 3) }
        let first = try estimate(xs) { 1000 * value($0) }
        for factor in [1000.0, 10_000, 1e6] { #expect(try estimate(xs) { factor * value($0) } == first) }
    }

    @Test("takes a ripple for no logarithm, as long as the slope at the top shows none")
    func ripples() throws {
        // What rounds to rows of a square does: linear, up to a wave that comes back with every second doubling.
        let xs = Curves.ladder(from: 28, rungs: 10)
        let wave = [-0.09, -0.12, -0.07, -0.05, 0.06, 0, 0.04, 0.02, 0.03, 0.03]
        let values = zip(xs, wave).map { 28 * Double($0) * (1 + $1) }
        let found = try estimate(xs) { x in values[xs.firstIndex(of: Int(x))!] }
        #expect(found.best == .linear)
        // A logarithm does show there.
        let logarithm = try estimate(xs) { x in values[xs.firstIndex(of: Int(x))!] * log2(x) }
        #expect(logarithm.best == .linearithmic)
        // Rising to n^2 from below is n^2, however well a logarithm and lower terms would fit.
        let below = try estimate(Curves.ladder(from: 28, rungs: 7)) { 8 * $0 * $0 + 40 * $0 + 1000 * $0.squareRoot() }
        #expect(below.best == .quadratic)
    }
}
