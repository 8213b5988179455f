import Complexity
import Foundation

/// How others tell a class from times: for comparison, written anew from their documentation.
enum Rival: String, CaseIterable {
    /// google/benchmark, `Complexity(oAuto)`: one coefficient, no constant, the least root mean square.
    case leastSquares = "google/benchmark's rule"
    /// The Python package big_O: a constant and a coefficient, the least residual, the simpler one where they are equal.
    case bigO = "big_O's rule"

    /// The class of `times`, in seconds, at sizes; `nil` where there is nothing to fit.
    func estimate(_ times: [(n: Double, seconds: Double)]) -> GrowthClass? {
        guard times.count >= 3 else { return nil }
        switch self {
        case .leastSquares: return Self.leastSquares(times)
        case .bigO: return Self.bigO(times)
        }
    }

    private static func leastSquares(_ times: [(n: Double, seconds: Double)]) -> GrowthClass? {
        var best: (class: GrowthClass, error: Double)?
        for `class` in [GrowthClass.constant, .logarithmic, .linear, .linearithmic, .quadratic, .cubic] {
            let values = times.map { value(`class`, $0.n) }
            let factor =
                zip(times, values).reduce(0) { $0 + $1.0.seconds * $1.1 } / values.reduce(0) { $0 + $1 * $1 }
            let error = zip(times, values).reduce(0) { $0 + pow($1.0.seconds - factor * $1.1, 2) }
            if best.map({ error < $0.error }) ?? true { best = (`class`, error) }
        }
        return best?.class
    }

    private static func bigO(_ times: [(n: Double, seconds: Double)]) -> GrowthClass? {
        var best: (class: GrowthClass, error: Double)?
        func offer(_ class: GrowthClass, _ error: Double) {
            // Its preference for the simpler class.
            if best.map({ error < $0.error - 1e-6 }) ?? true { best = (`class`, error) }
        }
        func line(_ x: (Double) -> Double, _ y: (Double) -> Double) -> (slope: Double, error: Double) {
            let xs = times.map { x($0.n) }
            let ys = times.map { y($0.seconds) }
            let count = Double(times.count)
            let (meanX, meanY) = (xs.reduce(0, +) / count, ys.reduce(0, +) / count)
            let spread = xs.reduce(0) { $0 + pow($1 - meanX, 2) }
            let slope = spread > 0 ? zip(xs, ys).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread : 0
            return (slope, zip(xs, ys).reduce(0) { $0 + pow($1.1 - meanY - slope * ($1.0 - meanX), 2) })
        }
        func straight(_ seconds: Double) -> Double { seconds }
        func logarithm(_ seconds: Double) -> Double { log(max(seconds, 1e-9)) }
        for `class` in [GrowthClass.constant, .linear, .quadratic, .cubic] {
            offer(`class`, line({ value(`class`, $0) }, straight).error)
        }
        let polynomial = line(log, logarithm)
        // It names no class, but a power: the class of the nearest power is taken, which is kind to it.
        let powers: [GrowthClass] = [.constant, .squareRoot, .linear, .threeHalves, .quadratic, .cubic]
        offer(
            powers.min { abs($0.growth.power - polynomial.slope) < abs($1.growth.power - polynomial.slope) } ?? .linear,
            polynomial.error)
        for `class` in [GrowthClass.logarithmic, .linearithmic] {
            offer(`class`, line({ value(`class`, $0) }, straight).error)
        }
        offer(.exponential, line({ $0 }, logarithm).error)
        return best?.class
    }

    private static func value(_ class: GrowthClass, _ n: Double) -> Double {
        pow(n, `class`.growth.power) * pow(log2(n), `class`.growth.logs)
    }
}
