@testable import Complexity

/// Curves that no program was run for.
enum Curves {
    /// A doubling ladder.
    static func ladder(from first: Int, rungs: Int) -> [Int] { (0..<rungs).map { first << $0 } }

    /// A curve of `value` along `xs`, with one sample a rung; what is above `limit` was stopped there.
    static func curve(
        _ xs: [Int], limit: Double = 9e18, model: (Double) -> Double = { _ in 0 }, _ value: (Double) -> Double
    ) -> GrowthCurve {
        GrowthCurve(
            xs.map { x in
                let amount = value(Double(x))
                return GrowthCurve.Rung(
                    x: x, values: [Int(min(amount, limit).rounded())], isStopped: amount > limit,
                    model: Int(min(model(Double(x)), limit).rounded()))
            })
    }

    /// A factor of up to 2 % off 1, of any shape but the same in every run.
    static func scatter(_ x: Double, _ seed: UInt64) -> Double {
        var state = UInt64(x) &* 0x9E37_79B9_7F4A_7C15 &+ seed &* 0xD1B5_4A32_D192_ED03
        state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
        return 1 + (Double((state ^ (state >> 31)) >> 11) / Double(1 << 53) * 2 - 1) * 0.02
    }
}
