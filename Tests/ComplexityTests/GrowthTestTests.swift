import Foundation
import JudgeCore
import Testing

@testable import Complexity

@Suite("The test of a curve against a bound")
struct GrowthTestTests {
    private static let bounds: [GrowthClass: String] = [
        .constant: "1", .logarithmic: "log(n)", .squareRoot: "sqrt(n)", .linear: "n", .linearithmic: "n * log(n)",
        .logSquared: "n * log(n)^2", .threeHalves: "n^1.5", .quadratic: "n^2", .quadraticLog: "n^2 * log(n)",
        .cubic: "n^3",
        .exponential: "2^n",
    ]

    private func test(
        _ bound: String, _ resource: GrowthTest.Resource = .time, strict: Bool = false, variables: [String] = ["n"]
    ) throws -> GrowthTest {
        GrowthTest(resource, bound: try Bound(bound, variables: variables), isStrict: strict)
    }

    /// The curve of a class, with a constant that a program's start might cost. Exponential growth is stopped soon.
    private func curve(_ growth: GrowthClass, scattered seed: UInt64? = nil) -> GrowthCurve {
        let xs = growth == .exponential ? [4, 8, 16, 20, 24, 28] : Curves.ladder(from: 240, rungs: 6)
        return Curves.curve(xs, limit: 1e15) { x in
            (2000 * growth.growth.value(at: x) + 500) * (seed.map { Curves.scatter(x, $0) } ?? 1)
        }
    }

    /// Two logarithms more than the bound, or half a power less three logarithms: too near to tell on any ladder that
    /// can be climbed.
    private static func isUndecided(_ growth: GrowthClass, _ bound: GrowthClass) -> Bool {
        (growth, bound) == (.logSquared, .linear) || (growth, bound) == (.threeHalves, .logSquared)
    }

    @Test("is over by more than a logarithm, and within up to one", arguments: GrowthClass.allCases)
    func lenient(growth: GrowthClass) throws {
        for bound in GrowthClass.allCases where !Self.isUndecided(growth, bound) {
            let expected: GrowthVerdict = growth.growth.isAtMost(bound.growth * Growth(logs: 1)) ? .within : .over
            for seed in [nil, 1, 2] as [UInt64?] {
                let found = try test(Self.bounds[bound]!).judge(curve(growth, scattered: seed), variable: "n")
                #expect(found.verdict == expected, "\(growth) against \(bound): \(found)")
            }
        }
    }

    @Test("is over by a logarithm already where it is strict", arguments: GrowthClass.allCases)
    func strict(growth: GrowthClass) throws {
        for bound in GrowthClass.allCases {
            let expected: GrowthVerdict = growth.growth.isAtMost(bound.growth) ? .within : .over
            let found = try test(Self.bounds[bound]!, strict: true).judge(curve(growth), variable: "n")
            #expect(found.verdict == expected, "\(growth) against \(bound): \(found)")
        }
    }

    @Test("holds the steepest product of a sum against the curve, and takes a variable that is not named for constant")
    func products() throws {
        let names = ["n", "d", "k"]
        let xs = Curves.ladder(from: 4, rungs: 7)
        let cubic = Curves.curve(xs) { 100 * $0 * $0 * $0 + 1e5 }
        let linear = Curves.curve(xs) { 1000 * $0 }
        #expect(try test("n * d^2 + d^3", variables: names).judge(cubic, variable: "d").verdict == .within)
        #expect(try test("n * d^2 + d^2", variables: names).judge(cubic, variable: "d").verdict == .over)
        #expect(try test("n * d^2 + d^3", variables: names).judge(linear, variable: "n").verdict == .within)
        #expect(try test("n * d^2 + d^3", variables: names).judge(linear, variable: "k").verdict == .over)
    }

    @Test("lets small amounts rise: they are nothing beside what anything costs")
    func small() throws {
        let xs = Curves.ladder(from: 16, rungs: 6)
        // A word for each hundred values: 5 words at most.
        let few = Curves.curve(xs) { $0 / 100 }
        #expect(try test("1").judge(few, variable: "n").verdict == .within)
        #expect(try test("1", .space).judge(few, variable: "n").verdict == .within)
        #expect(try test("1").judge(Curves.curve(xs) { $0 * 16 }, variable: "n").verdict == .over)
        #expect(try test("1", .space).judge(Curves.curve(xs) { $0 * 16 }, variable: "n").verdict == .over)
    }

    @Test("lets an excess be that is less than what the model solution needs there")
    func besideModel() throws {
        let xs = Curves.ladder(from: 256, rungs: 6)
        func verdict(_ factor: Double) throws -> GrowthVerdict {
            let curve = Curves.curve(xs, model: { 100 * $0 }) { 100 * $0 + factor * $0 * $0 }
            return try test("n").judge(curve, variable: "n").verdict
        }
        // At the top, n is 8192.
        #expect(try verdict(0.001) == .within)
        #expect(try verdict(1) == .over)
    }

    @Test("tells from a run that was stopped that it needs at least that much")
    func stopped() throws {
        let xs = Curves.ladder(from: 32, rungs: 8)
        // Two rungs run to their end, the third is stopped far above what a line would need.
        let steep = Curves.curve(xs, limit: 2e8) { pow($0, 4) }
        #expect(steep.usable.count == 2)
        #expect(try test("n").judge(steep, variable: "n").verdict == .over)
        // One that was stopped no higher than the bound allows tells nothing, nor does one that never ran to its end.
        let heavy = Curves.curve(xs, limit: 100_000) { 1000 * $0 }
        #expect(heavy.usable.count == 2)
        let result = try test("n").judge(heavy, variable: "n")
        #expect(result.verdict == .inconclusive)
        #expect(
            result.reason?.contains("n = 128") == true && result.reason?.contains("100 k words of work") == true,
            "\(result)")
        let never = try test("n").judge(Curves.curve(xs, limit: 1000) { 1000 * $0 }, variable: "n")
        #expect(never.verdict == .inconclusive && never.reason?.contains("already at n = 32") == true, "\(never)")
    }

    @Test("says where a curve leaps that is flat but for that")
    func leaps() throws {
        let xs = Curves.ladder(from: 32, rungs: 8)
        let stopped = try test("n").judge(
            Curves.curve(xs, limit: 1e6) { $0 > 500 ? 1e9 : 10 * $0 }, variable: "n")
        #expect(stopped.verdict == .over)
        #expect(
            stopped.reason == "at n = 512 it was stopped at 1 M words of work, while 256 needs 2 k words of work",
            "\(stopped)")
        let late = Curves.curve(xs) { $0 > 4000 ? $0 * $0 : 10 * $0 }
        #expect(try test("n").judge(late, variable: "n").verdict == .over)
        #expect(
            try test("n").leap(late, variable: "n", unlike: .linear)
                == "at n = 4096 it needs 16 M words of work, while 2048 needs 20 k words of work")
        #expect(try test("n").leap(late, variable: "n", unlike: .quadratic) == nil)
    }

    @Test("finds a logarithm under a ripple that comes back with every second doubling, where it is strict")
    func ripple() throws {
        let xs = Curves.ladder(from: 28, rungs: 10)
        func rippling(_ value: @escaping (Double) -> Double) -> GrowthCurve {
            Curves.curve(xs) { x in value(x) * (xs.firstIndex(of: Int(x))! % 2 == 0 ? 1 : 1.1) }
        }
        let linear = rippling { 20 * $0 }
        #expect(linear.scatter > 0.02 && linear.steadied.scatter < 0.005)
        #expect(linear.steadied.usable.count == linear.usable.count - 1)
        #expect(try test("n", strict: true).judge(linear, variable: "n").verdict == .within)
        let logarithm = rippling { 10 * $0 + 4 * $0 * log2($0) }
        #expect(try test("n", strict: true).judge(logarithm, variable: "n").verdict == .over)
        #expect(try test("n").judge(logarithm, variable: "n").verdict == .within)
        // What does not ripple is left alone.
        let smooth = Curves.curve(xs) { 20 * $0 }
        #expect(smooth.steadied == smooth)
    }

    @Test("finds two logarithms too many, and lets one be, where points do not scatter")
    func logarithms() throws {
        let xs = Curves.ladder(from: 28, rungs: 10)
        let squared = Curves.curve(xs) { $0 * (100 + 6 * log2($0) * log2($0)) }
        #expect(try test("n").judge(squared, variable: "n").verdict == .over)
        #expect(try test("n * log(n)").judge(squared, variable: "n").verdict == .within)
        let single = Curves.curve(xs) { $0 * (10 + 8 * log2($0)) }
        #expect(try test("n").judge(single, variable: "n").verdict == .within)
    }

    @Test("takes slopes over two doublings, however near the highest rungs are to one another")
    func narrow() throws {
        // Steps: between neighbours the slope is anything.
        let xs = Curves.ladder(from: 28, rungs: 5) + [504, 560, 616, 672, 728, 784, 840]
        let steps = Curves.curve(xs) { 8 * pow(($0 / 96).rounded(.down) + 1, 2) * 1000 }
        #expect(try test("n^2").judge(steps, variable: "n").verdict == .within)
        let cubic = Curves.curve(xs) {
            $0 * $0 * $0 / 8 * (1 + 0.1 * ($0 / 96).rounded(.down).truncatingRemainder(dividingBy: 2))
        }
        #expect(cubic.upper.count > 3)
        #expect(try test("n^2").judge(cubic, variable: "n").verdict == .over)
    }

    @Test("does not take the next block of memory for a turn")
    func blocks() throws {
        let values = [432, 1304, 1608, 1608, 2568, 8328, 8328, 31368, 31368, 123_528]
        let rungs = values.enumerated().map { GrowthCurve.Rung(x: 30 << $0.offset, values: [$0.element], model: 48) }
        #expect(try test("n", .space).judge(GrowthCurve(rungs), variable: "n").verdict == .within)
        #expect(try test("sqrt(n)", .space).judge(GrowthCurve(rungs), variable: "n").verdict == .over)
    }

    @Test("does not take memory of a stopped run for growth that may be one block more")
    func stoppedMemory() throws {
        let xs = Curves.ladder(from: 28, rungs: 10)
        func curve(_ stopped: Double) -> GrowthCurve {
            GrowthCurve(
                xs.map { x in
                    GrowthCurve.Rung(
                        x: x, values: [Int(Double(x) * (x > 4000 ? stopped : 115))], isStopped: x > 4000, model: 48)
                })
        }
        #expect(try test("n", .space).judge(curve(150), variable: "n").verdict == .within)
        #expect(try test("n", .space).judge(curve(1500), variable: "n").verdict == .over)
    }

    @Test("does not rest on three rungs where the next ones were stopped")
    func hardlyRan() throws {
        let xs = Curves.ladder(from: 32, rungs: 8)
        let flat = Curves.curve(xs, limit: 150_000) { 1000 * $0 }
        #expect(flat.usable.count == 3)
        let result = try test("n").judge(flat, variable: "n")
        #expect(result.verdict == .inconclusive && result.reason?.contains("n = 256") == true, "\(result)")
        // With more of them it does.
        #expect(try test("n").judge(Curves.curve(xs, limit: 1e6) { 1000 * $0 }, variable: "n").verdict == .within)
    }

    @Test("does not believe a program that spins at small sizes to hide how it grows")
    func spinning() throws {
        let xs = Curves.ladder(from: 256, rungs: 7)
        let spun = Curves.curve(xs, model: { 20 * $0 }) { max(4e7, $0 * $0 / 10) }
        let result = try test("n").judge(spun, variable: "n")
        #expect(result.verdict == .inconclusive)
        #expect(result.reason?.contains("n = 256") == true, "\(result)")
        // A heavy start of everything, small beside the model's own work, is no spinning.
        let honest = Curves.curve(xs, model: { 20_000 * $0 }) { 25_000 * $0 + 4e7 }
        #expect(try test("n").judge(honest, variable: "n").verdict == .within)
    }

    @Test("cannot tell from too short a ladder, and says so")
    func short() throws {
        for xs in [[], [64], [64, 128]] {
            let result = try test("n").judge(Curves.curve(xs) { $0 * $0 * 1000 }, variable: "n")
            #expect(result.verdict == .inconclusive && result.reason?.isEmpty == false, "\(xs): \(result)")
        }
    }

    @Test("needs an excess in every sample of data, not just in one")
    func samples() throws {
        func curve(_ samples: (Double) -> [Double]) -> GrowthCurve {
            GrowthCurve(
                Curves.ladder(from: 256, rungs: 6).map { x in
                    GrowthCurve.Rung(x: x, values: samples(Double(x)).map { Int($0) })
                })
        }
        let always = curve { x in [100 * x * x, 101 * x * x, 99 * x * x] }
        #expect(try test("n").judge(always, variable: "n").verdict == .over)
        let once = curve { x in [100 * x, x >= 8192 ? 100 * x * 8 : 100 * x, 101 * x] }
        #expect(try test("n").judge(once, variable: "n").verdict == .within)
        #expect(once.interval.lowerBound <= once.exponent && once.exponent <= once.interval.upperBound)
        #expect(once.interval.upperBound - once.interval.lowerBound > 0.1)
        #expect(once.interval == once.interval)
    }

    @Test(
        "names an amount with its unit",
        arguments: [
            (0, "0 words of work", "0 B"), (999, "999 words of work", "999 B"), (1000, "1 k words of work", "1 kB"),
            (30_000_000, "30 M words of work", "30 MB"), (2_500_000_000, "2 G words of work", "2 GB"),
        ])
    func quantities(value: Int, work: String, memory: String) throws {
        #expect(try test("1").quantity(value) == work)
        #expect(try test("1", .space).quantity(value) == memory)
    }

    @Test("finds the nearest sum of many products without trying all of them", .timeLimit(.minutes(1)))
    func manyProducts() throws {
        let variables = ["c", "f", "h", "w", "k", "p", "s"]
        let test = try test("(c + f) * (h + p) * (w + p) * s + f * c * k^2 * s", variables: variables)
        func slopes(_ values: [Double]) -> [String: (slope: Double, low: Int, high: Int)] {
            Dictionary(uniqueKeysWithValues: zip(variables, values).map { ($0, ($1, 16, 32)) })
        }
        #expect(test.excess(of: slopes([1, 0, 1, 1, 0, 0, 1])).amount <= 0)
        #expect(test.excess(of: slopes([0.5, 0.5, 1, 1, 0, 0, 1])).amount <= 0.05)
        let over = test.excess(of: slopes([1, 1, 1, 1, 2, 0, 1]))
        #expect(over.amount > 0.3 && over.variables.count > 1)
    }

    @Test("knows slopes that no sum of the bound's products has")
    func excess() throws {
        let sum = try test("n + q", variables: ["n", "q"])
        func slopes(_ n: Double, _ q: Double) -> [String: (slope: Double, low: Int, high: Int)] {
            ["n": (n, 4096, 8192), "q": (q, 256, 512)]
        }
        for (n, q) in [(1.0, 0.0), (0, 1), (0.5, 0.5), (0.9, 0.1), (0, 0)] {
            #expect(sum.excess(of: slopes(n, q)).amount <= 0.05, "\(n) \(q)")
        }
        let product = sum.excess(of: slopes(1, 1))
        #expect(product.amount > 0.25 && product.variables == ["n", "q"])
        #expect(try test("n * q", variables: ["n", "q"]).excess(of: slopes(1, 1)).amount <= 0)
        #expect(sum.excess(of: slopes(2, 0)).amount > 0.5)
    }
}
