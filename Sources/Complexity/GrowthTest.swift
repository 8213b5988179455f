import Foundation
import JudgeCore

/// The one-sided test: along a ladder in one variable, with the others held, does the value still rise against the bound
/// at the top?
///
/// A sum of products can rise no faster than its fastest product, so the slope over the upper rungs is held against the
/// greatest slope among the bound's products over the same rungs. Over means that it is steeper by more than a logarithm
/// (unless the test is strict) and a tolerance, *and* that what it is too much matters beside what the model solution
/// needs there.
package struct GrowthTest: Sendable {
    /// What is counted.
    package enum Resource: String, Sendable, Codable {
        /// Words of work.
        case time
        /// Bytes of memory.
        case space
    }

    /// The verdict on one curve.
    package struct Result: Sendable, Equatable {
        package var verdict: GrowthVerdict
        /// Why it is over or inconclusive.
        package var reason: String?
        /// What it rests on.
        package var evidence = GrowthEvidence.slope
    }

    let resource: Resource
    let bound: Bound
    let isStrict: Bool

    package init(_ resource: Resource, bound: Bound, isStrict: Bool) {
        self.resource = resource
        self.bound = bound
        self.isStrict = isStrict
    }

    /// Slopes differ by this much for reasons that are not growth: terms of lower order, phases of data structures.
    private var tolerance: Double { isStrict ? 0.04 : 0.15 }
    /// Less than this is nothing, whatever its slope.
    var floor: Double { resource == .time ? 6 : 48 }
    /// A run that needs so many times the model's work at the smallest size, and far less at the largest, was busy with
    /// something else there.
    private static let suspiciousRatio = 25.0
    private static let fewestRungs = 3
    /// What scatters more than this explains is no scatter, but a turn.
    private static let mostSlack = 0.5
    /// Of a step that is far too steep less is forgiven.
    private static let turnSlack = 0.2

    /// Judges `curve`, which climbs along `variable`.
    package func judge(_ curve: GrowthCurve, variable: String) -> Result {
        let upper = curve.upper
        if let first = curve.rungs.first, curve.usable.isEmpty {
            return Result(
                verdict: .inconclusive,
                reason: "already at \(variable) = \(first.x) it was stopped at \(quantity(first.median))")
        }
        guard let top = upper.last, upper.count >= Self.fewestRungs else {
            return shortLadder(curve, variable)
        }
        let steady = curve.steadied
        // Points that scatter around any smooth curve can be this much off in slope.
        let slack = tolerance + min(1.5 * steady.scatter, Self.mostSlack)
        if let low = steady.upper.first, let top = steady.upper.last {
            let allowed = allowedSlope(variable, from: low.x, to: top.x)
            if steady.interval.lowerBound > allowed + slack, matters(top, beside: low, slope: allowed) {
                return Result(verdict: .over)
            }
        }
        if turnsUp(curve, min(slack, tolerance + Self.turnSlack), variable) || leavesClass(curve, variable) {
            return Result(verdict: .over)
        }
        if let reason = stoppedTells(curve, below: top, variable) {
            return Result(verdict: .over, reason: reason, evidence: .leap)
        }
        if let reason = imbalance(curve, variable) { return Result(verdict: .inconclusive, reason: reason) }
        if let stopped = curve.stopped, curve.usable.count < Self.fewestRungs + 1 {
            return Result(
                verdict: .inconclusive,
                reason: "from \(variable) = \(stopped.x) on it was stopped at \(quantity(stopped.median))")
        }
        return Result(verdict: .within)
    }

    /// The steepest slope that the bound grants along `variable`, the others being held.
    func allowedSlope(_ variable: String, from low: Int, to top: Int) -> Double {
        let steepest = bound.terms.map { $0.growth(in: variable).slope(from: Double(low), to: Double(top)) }.max() ?? 0
        return steepest + (isStrict ? 0 : Growth(logs: 1).slope(from: Double(low), to: Double(top)))
    }

    /// Whether the last doubling alone is far too steep, and steeper than the one before: a curve that was flattened lower
    /// down, or has only begun to rise.
    private func turnsUp(_ curve: GrowthCurve, _ slack: Double, _ variable: String) -> Bool {
        guard let top = curve.usable.last, let middle = curve.half(of: top.x), let low = curve.half(of: middle.x) else {
            return false
        }
        func slope(_ from: GrowthCurve.Rung, _ to: GrowthCurve.Rung) -> Double {
            GrowthCurve.slope([(Double(from.x), Double(from.median)), (Double(to.x), Double(to.median))])
        }
        let allowed = allowedSlope(variable, from: middle.x, to: top.x)
        // Memory comes in blocks: one that is four times as large every second time turns up as often.
        if resource == .space, slope(low, top) <= allowed + slack { return false }
        return slope(middle, top) > allowed + slack + 0.3 && slope(middle, top) > slope(low, middle)
            && matters(top, beside: middle, slope: allowed, weight: 2)
    }

    /// Whether no combination of what the bound allows comes near the points, while one with higher classes does.
    private func leavesClass(_ curve: GrowthCurve, _ variable: String) -> Bool {
        let points = GrowthFit.points(of: curve)
        // Memory comes in blocks that double; where a logarithm is granted that is no sign of a higher class.
        guard points.count >= 6, resource == .time || isStrict, let top = curve.usable.last else { return false }
        let growths = bound.terms.map { term in
            let growth = term.growth(in: variable)
            return isStrict ? growth : growth * Growth(logs: 1)
        }
        let allowed = GrowthFit(atMost: growths, points)
        let any = GrowthFit.all(points).map(\.error).min() ?? 0
        return allowed.error > max(0.01, 3 * any) && allowed.excess > max(0.01, 2 * any)
            && allowed.excess * Double(top.median) >= max(floor, Double(top.model))
    }

    /// Whether what `top` has more than `low` would grow to is an amount that matters.
    func matters(
        _ top: GrowthCurve.Rung, beside low: GrowthCurve.Rung, slope: Double, weight: Double = 1
    ) -> Bool {
        let predicted = Double(low.median) * pow(Double(top.x) / Double(low.x), slope)
        return Double(top.median) - predicted >= max(floor, weight * Double(top.model))
    }

    /// Runs that were stopped needed at least what they were stopped at, which may be too much already: then how it
    /// leapt.
    private func stoppedTells(_ curve: GrowthCurve, below top: GrowthCurve.Rung, _ variable: String) -> String? {
        for stopped in curve.rungs where stopped.isStopped && stopped.x > top.x {
            let allowed = allowedSlope(variable, from: top.x, to: stopped.x) + tolerance
            let most = Double(top.median) * pow(Double(stopped.x) / Double(top.x), allowed) * stoppedSlack
            if Double(stopped.median) > most, matters(stopped, beside: top, slope: allowed) {
                return
                    "at \(variable) = \(stopped.x) it was stopped at \(quantity(stopped.median)), while \(top.x) needs "
                    + quantity(top.median)
            }
        }
        return nil
    }

    /// One run beside another tells less than a slope: memory comes in blocks that double, and a run that is stopped may
    /// hold what one that ends has given back.
    private var stoppedSlack: Double { resource == .time ? 1.2 : 2 }

    /// How `curve` leaps, where it is over the bound although `class`, which explains most of it, is not.
    func leap(_ curve: GrowthCurve, variable: String, unlike class: GrowthClass) -> String? {
        guard let top = curve.usable.last, let lower = curve.usable.dropLast().last else { return nil }
        let slope = `class`.growth.slope(from: Double(lower.x), to: Double(top.x))
        guard slope <= allowedSlope(variable, from: lower.x, to: top.x) else { return nil }
        return "at \(variable) = \(top.x) it needs \(quantity(top.median)), while \(lower.x) needs "
            + quantity(lower.median)
    }

    private func shortLadder(_ curve: GrowthCurve, _ variable: String) -> Result {
        if let top = curve.usable.last, let reason = stoppedTells(curve, below: top, variable) {
            return Result(verdict: .over, reason: reason, evidence: .leap)
        }
        return Result(
            verdict: .inconclusive,
            reason: curve.stopped.map { "from \(variable) = \($0.x) on it was stopped at \(quantity($0.median))" }
                ?? "there are too few sizes to tell")
    }

    /// Work at small sizes that is out of all proportion to that at large ones would flatten the slope.
    private func imbalance(_ curve: GrowthCurve, _ variable: String) -> String? {
        guard let first = curve.usable.first, let top = curve.usable.last, first.model > 0, top.model > 0 else {
            return nil
        }
        let atFirst = Double(first.median) / Double(first.model)
        let atTop = Double(top.median) / Double(top.model)
        guard atFirst > Self.suspiciousRatio, atFirst > 5 * atTop, Double(first.median) > 1_000_000 else { return nil }
        return "at \(variable) = \(first.x) it needs \(Int(atFirst)) times what the model solution needs, but only "
            + "\(Int(atTop.rounded(.up))) times at \(top.x): what it does at small sizes hides how it grows"
    }

    /// An amount with its unit, for people.
    package func quantity(_ value: Int) -> String {
        let units = [(1_000_000_000, "G"), (1_000_000, "M"), (1000, "k")]
        let text = units.first { value >= $0.0 }.map { "\(value / $0.0) \($0.1)" } ?? "\(value) "
        return text + (resource == .time ? (text.hasSuffix(" ") ? "words of work" : " words of work") : "B")
    }
}

extension GrowthTest {
    /// Whether slopes measured around one point can be those of a sum of the bound's products.
    ///
    /// At any point, the slopes of ln(sum) in all variables are a weighted mean of the products' exponents, the weights
    /// being their shares. So the measured slopes must not be above every such mean: q*n beside n + q is, with slope 1 in
    /// both, while either alone is not.
    ///
    /// - Parameter slopes: for each variable, the measured slope and the two places that it was measured between.
    /// - Returns: by how much the slopes are above the nearest mean, and in which variables.
    package func excess(of slopes: [String: (slope: Double, low: Int, high: Int)]) -> (
        amount: Double, variables: [String]
    ) {
        let names = slopes.keys.sorted()
        func slope(_ growth: Growth, _ name: String) -> Double {
            slopes[name].map { growth.slope(from: Double($0.low), to: Double($0.high)) } ?? 0
        }
        let plain = bound.leading.map { term in names.map { slope(term.growth(in: $0), $0) } }
        // One logarithm more, in whichever variable, but not one in each.
        let terms =
            isStrict
            ? plain
            : plain.flatMap { term in
                names.indices.map { index in
                    var term = term
                    term[index] += slope(Growth(logs: 1), names[index])
                    return term
                }
            }
        let measured = names.map { slopes[$0]?.slope ?? 0 }
        let best = Self.nearest(to: measured, among: terms.isEmpty ? [names.map { _ in 0 }] : terms)
        let involved = zip(names, best.above).filter { $0.1 > best.amount - 0.1 }.map(\.0)
        return (best.amount, involved)
    }

    /// By how much `measured` is above the mean of `terms` that comes nearest, and by how much in each place. The weights of
    /// a mean are so many twentieths, or coarser steps where there are many terms: of sixty terms there are 700,000 means, most
    /// of which are passed over together.
    private static func nearest(to measured: [Double], among terms: [[Double]]) -> (amount: Double, above: [Double]) {
        guard !measured.isEmpty else { return (0, []) }
        let steps = terms.count > 9 ? 4 : terms.count > 4 ? 8 : 20
        // The largest in each place among a term and those behind it.
        var largest = terms
        for index in terms.indices.dropLast().reversed() {
            largest[index] = zip(terms[index], largest[index + 1]).map { max($0, $1) }
        }
        var best = (amount: Double.infinity, above: [Double]())
        func visit(_ index: Int, left: Int, sum: [Double]) {
            let isWhole = left == 0
            let rest = Double(left) / Double(steps)
            var amount = -Double.infinity
            for place in measured.indices {
                let most = isWhole ? sum[place] : sum[place] + rest * largest[index][place]
                amount = max(amount, measured[place] - most)
            }
            if isWhole {
                if amount < best.amount { best = (amount, zip(measured, sum).map { $0 - $1 }) }
                return
            }
            // What cannot come nearer, by more than rounding does.
            guard amount < best.amount + 1e-9 else { return }
            func adding(_ weight: Int) -> [Double] {
                let weight = Double(weight) / Double(steps)
                return zip(sum, terms[index]).map { $0 + weight * $1 }
            }
            guard index + 1 < terms.count else { return visit(index, left: 0, sum: adding(left)) }
            for weight in 0...left { visit(index + 1, left: left - weight, sum: weight == 0 ? sum : adding(weight)) }
        }
        visit(0, left: steps, sum: [Double](repeating: 0, count: terms[0].count))
        return best
    }
}
