import JudgeCore

/// What the points come to.
extension GrowthStudy {
    /// A slope above this is of no class that has a name.
    private static let highPower = 3.4
    /// Where bytes moved are this much of the work, they are what to look for.
    private static let muchMoved = 0.6
    /// Slopes around a point that are this much above what the bound's products can mix to are of a product of its own.
    private static let productExcess = 0.18

    /// What the study came to.
    package func report() -> ComplexityReport {
        ComplexityReport(
            time: growth(.time, settings.time, \.work), space: growth(.space, settings.space, \.memory))
    }

    private func growth(
        _ resource: GrowthTest.Resource, _ bound: Bound, _ key: KeyPath<Measurement, Int>
    ) -> ResourceGrowth {
        let test = GrowthTest(resource, bound: bound, isStrict: settings.isStrict)
        var variables = settings.variables.map { variable -> VariableGrowth in
            let all = (climbing[variable.name] ?? []).map { family in
                let curve = curve(variable.name, family, key)
                var growth = growth(variable.name, family, curve, test)
                if growth.verdict == .within, let reason = stray(variable.name, family, key, curve, test) {
                    growth.verdict = .inconclusive
                    growth.reason = reason
                }
                return growth
            }
            return all.max { Self.gravity($0) < Self.gravity($1) }
                ?? VariableGrowth(
                    name: variable.name, estimate: "?", exponent: 0, interval: [0, 0], verdict: .inconclusive,
                    family: "", reason: "nothing was measured", points: [])
        }
        variables += products(test, bound, key)
        return summary(resource, bound, variables)
    }

    /// The growth in all `variables`, with a sentence on the worst.
    func summary(
        _ resource: GrowthTest.Resource, _ bound: Bound, _ variables: [VariableGrowth]
    ) -> ResourceGrowth {
        let test = GrowthTest(resource, bound: bound, isStrict: settings.isStrict)
        let worst = variables.first { $0.verdict == .over } ?? variables.first { $0.verdict == .inconclusive }
        return ResourceGrowth(bound: bound.text, variables: variables, message: worst.map { sentence($0, bound, test) })
    }

    /// What the model solution needs at `point`, where that is known.
    func model(_ point: Point) -> Measurement? { known[point]?.model }

    /// Which of two families' curves is shown: the graver verdict, then the higher class, then the larger amount.
    static func gravity(_ growth: VariableGrowth) -> (Int, Int, Int) {
        let verdict = growth.verdict == .over ? 2 : growth.verdict == .inconclusive ? 1 : 0
        let order = GrowthClass.allCases.firstIndex { $0.name(growth.name) == growth.estimate } ?? 0
        return (verdict, order, growth.points.last?.value ?? 0)
    }

    func growth(
        _ variable: String, _ family: String, _ curve: GrowthCurve, _ test: GrowthTest
    ) -> VariableGrowth {
        var result = test.judge(curve, variable: variable)
        let estimate = ClassEstimate(curve)
        if result.verdict == .over, result.reason == nil, let estimate {
            result.reason = test.leap(curve, variable: variable, unlike: estimate.best)
            if result.reason != nil { result.evidence = .leap }
        }
        let interval = curve.interval
        let names = names(estimate, curve, variable)
        return VariableGrowth(
            name: variable, estimate: names.best, alternative: names.alternative, exponent: rounded(curve.exponent),
            interval: [rounded(interval.lowerBound), rounded(interval.upperBound)], verdict: result.verdict,
            family: family, reason: result.reason, evidence: result.evidence,
            points: curve.rungs.map { rung in
                GrowthPoint(
                    x: rung.x, value: rung.median,
                    bound: test.bound.value(at: point(variable, rung.x, family).values.mapValues(Double.init)),
                    atLeast: rung.isStopped)
            })
    }

    /// The names of the class and of the neighbour that explains the points nearly as well. Above the highest power
    /// among the classes it is the power that the slope shows.
    private func names(
        _ estimate: ClassEstimate?, _ curve: GrowthCurve, _ variable: String
    ) -> (best: String, alternative: String?) {
        guard let estimate else { return ("?", nil) }
        if estimate.best != .exponential, curve.exponent > Self.highPower {
            return ("\(variable)^\(Int(curve.exponent.rounded()))", nil)
        }
        return (estimate.best.name(variable), estimate.alternative?.name(variable))
    }

    /// Products of variables that grow faster than any sum of the bound's products could.
    private func products(
        _ test: GrowthTest, _ bound: Bound, _ key: KeyPath<Measurement, Int>
    ) -> [VariableGrowth] {
        var found: [VariableGrowth] = []
        for (climbed, neighbours) in Dictionary(grouping: surroundings(), by: \.climbed).sorted(by: { $0.key < $1.key })
        {
            guard let first = neighbours.first, rises(climbed, first.family, key, bound),
                let here = known[point(climbed, first.top, first.family)]
            else { continue }
            let curve = curve(climbed, first.family, key)
            guard let low = curve.usable.last(where: { $0.x < first.top }) else { continue }
            var slopes: [String: (slope: Double, low: Int, high: Int)] = [:]
            let own = Double(max(here.own[keyPath: key], 1))
            slopes[climbed] = (
                GrowthCurve.slope([(Double(low.x), Double(low.values.first ?? 1)), (Double(first.top), own)]), low.x,
                first.top
            )
            for neighbour in neighbours {
                guard let there = known[neighbour.point], let high = neighbour.point.values[neighbour.other] else {
                    continue
                }
                let slope = GrowthCurve.slope([
                    (Double(high / 2), own), (Double(high), Double(there.own[keyPath: key])),
                ])
                slopes[neighbour.other] = (slope, high / 2, high)
            }
            let excess = test.excess(of: slopes)
            let model = Double(here.model?[keyPath: key] ?? 0)
            guard excess.amount > Self.productExcess, excess.variables.count > 1, own >= 3 * model else { continue }
            let name = settings.variables.map(\.name).filter(excess.variables.contains).joined(separator: "*")
            guard !found.contains(where: { $0.name == name }) else { continue }
            let slope = excess.variables.reduce(0) { $0 + (slopes[$1]?.slope ?? 0) }
            found.append(
                VariableGrowth(
                    name: name, estimate: name, exponent: rounded(slope), interval: [rounded(slope), rounded(slope)],
                    verdict: .over, family: first.family,
                    reason: "doubling any of them multiplies what the others add; the bound only adds them up",
                    points: []))
        }
        return found
    }

    private func sentence(_ growth: VariableGrowth, _ bound: Bound, _ test: GrowthTest) -> String {
        let what = test.resource == .time ? "the work" : "the memory"
        if growth.verdict == .inconclusive {
            return "how \(what) grows with \(growth.name) could not be told: \(growth.reason ?? "unclear")"
        }
        guard let last = growth.points.last(where: { !$0.atLeast }) else {
            return "\(what) grows with the product \(growth.name), where \(bound.text) was asked for"
        }
        if growth.evidence == .leap, let reason = growth.reason {
            return
                "\(what) grows faster with \(growth.name) than \(bound.text) allows: \(reason) (family \(growth.family))"
        }
        let lower = growth.points.dropLast().last { !$0.atLeast && $0.x * 2 <= last.x + 1 }
        let pace =
            lower.map { lower in
                let factor = Double(last.value) / Double(max(lower.value, 1))
                return ": from \(lower.x) to \(last.x) it grows \(rounded(factor))-fold"
            } ?? ""
        return "\(what) grows like \(growth.estimate) in \(growth.name), where \(bound.text) was asked for\(pace) "
            + "(family \(growth.family))" + hint(growth, test)
    }

    /// Where to look: what share of the work is bytes moved, where that is most of it.
    private func hint(_ growth: VariableGrowth, _ test: GrowthTest) -> String {
        guard test.resource == .time, growth.evidence != .instructions,
            let last = growth.points.last,
            let own = known[point(growth.name, last.x, growth.family)]?.own, own.work > 0
        else { return "" }
        let share = Double(own.moved) / Double(own.work)
        guard share >= Self.muchMoved else { return "" }
        return "; \(Int(share * 100)) % of it is bytes moved: look for arrays that are copied or shifted"
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
