import JudgeCore

/// Growth to be shown, with everything but what a test is about filled in.
enum Growths {
    /// A variable that climbs by doubling from `first`, its value and its bound being powers of it.
    ///
    /// - Parameters:
    ///   - value: the value at `first`.
    ///   - power: the value is multiplied by 2^`power` a rung.
    ///   - boundPower: the bound likewise.
    ///   - stopped: whether the last rung is a lower bound.
    static func variable(
        _ name: String, _ estimate: String? = nil, alternative: String? = nil, first: Int = 256, rungs: Int = 7,
        value: Int = 100_000, power: Double = 1, boundPower: Double = 1, verdict: GrowthVerdict = .within,
        family: String = "blobs", reason: String? = nil, evidence: GrowthEvidence = .slope,
        stopped: Bool = false
    ) -> VariableGrowth {
        let points = (0..<rungs).map { rung in
            let factor = Double(1 << rung)
            return GrowthPoint(
                x: first << rung, value: Int(Double(value) * raised(factor, power)),
                bound: 40 * raised(factor, boundPower), atLeast: stopped && rung == rungs - 1)
        }
        return VariableGrowth(
            name: name, estimate: estimate ?? name, alternative: alternative, exponent: power,
            interval: [power - 0.01, power + 0.01], verdict: verdict, family: family, reason: reason,
            evidence: evidence, points: points)
    }

    /// `base`^`power` for powers that are multiples of a half.
    private static func raised(_ base: Double, _ power: Double) -> Double {
        let whole = (0..<Int(power)).reduce(1.0) { result, _ in result * base }
        return power > power.rounded(.down) ? whole * base.squareRoot() : whole
    }

    static let timeBound = "iterations * n * k * d"
    static let spaceBound = "n * d + k * d + n"

    static var time: ResourceGrowth {
        ResourceGrowth(
            bound: timeBound,
            variables: [
                variable("n"), variable("d", first: 4, rungs: 5), variable("k", first: 4, rungs: 5),
                variable("iterations", first: 5, rungs: 4),
            ])
    }

    static var space: ResourceGrowth {
        ResourceGrowth(
            bound: spaceBound,
            variables: [
                variable("n", value: 40_000), variable("d", first: 4, rungs: 5, value: 60_000),
                variable("k", "1", first: 4, rungs: 5, value: 60_000, power: 0, boundPower: 0),
                variable("iterations", "1", first: 5, rungs: 4, value: 60_000, power: 0, boundPower: 0),
            ])
    }

    /// Everything is as asked.
    static var within: ComplexityReport { ComplexityReport(time: time, space: space) }

    /// Time is quadratic in `n`, its last run stopped; memory cannot be judged in `k`.
    static var over: ComplexityReport {
        var (time, space) = (time.variables, space.variables)
        time[0] = variable(
            "n", "n^2", value: 2_000_000, power: 2, verdict: .over, family: "duplicates",
            reason: "93 % of the work is bytes moved.", stopped: true)
        space[2] = variable(
            "k", "k", alternative: "k log k", first: 4, rungs: 5, value: 60_000, power: 1, boundPower: 0,
            verdict: .inconclusive, reason: "Two families disagree.")
        return ComplexityReport(
            time: ResourceGrowth(
                bound: timeBound, variables: time,
                message: "From n = 1,024 on the work quadruples when n doubles: look for arrays copied in a loop."),
            space: ResourceGrowth(bound: spaceBound, variables: space))
    }
}
