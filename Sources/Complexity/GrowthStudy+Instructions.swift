import Foundation
import JudgeCore

/// Growth by instructions, for work that is not counted: a submission calls functions of libraries that the meter does
/// not see into. Counting instructions is exact too, but slow, so it is done at few and small sizes.
extension GrowthStudy {
    private static let instructionsPerWord = 12
    private static let fewest = 4
    /// Rungs that need more words than this, as far as they are counted, take too long.
    private static let mostWork = 4_000_000
    /// The same in instructions. A rung is tried where it needs no more even if it grows with the third power: what is
    /// tried follows from counts alone, so that it is the same in every measurement.
    private static let mostInstructions = 1_000_000_000.0
    /// The rungs, from the lowest, at which all families are tried.
    private static let screened = [2, 4]

    /// The points at which instructions are wanted next. First two sizes in every family; then, of the one that seems worst
    /// at the top, the rungs above, two at a time, as far as that is not too slow; then, where these are few, those below.
    ///
    /// - Parameter tried: what was found so far; 0 where it took too long.
    package func instructionPoints(_ growth: ResourceGrowth, tried: [Point: Int] = [:]) -> [Point] {
        let points = settings.variables.flatMap { variable -> [Point] in
            guard let shown = growth.variables.first(where: { $0.name == variable.name }) else { return [] }
            for screening in screenings(shown, tried) where screening.contains(where: { tried[$0] == nil }) {
                return screening
            }
            let family = worstFamily(shown, tried)
            let rungs = lightRungs(shown).map { point(variable.name, $0, family) }
            guard let last = rungs.lastIndex(where: { tried[$0] != nil }) else { return [] }
            var most = Double(tried[rungs[last]] ?? 0)
            let above = rungs[(last + 1)...].prefix(2).prefix { _ in
                most *= 8
                return most > 0 && most <= Self.mostInstructions
            }
            if !above.isEmpty { return Array(above) }
            let counted = rungs.count { tried[$0] ?? 0 > 0 }
            return counted < Self.fewest ? Array(rungs[..<last].filter { tried[$0] == nil }) : []
        }
        return points.reduce(into: []) { if !$0.contains($1), tried[$1] == nil { $0.append($1) } }
    }

    /// The rungs of the family that `growth` shows at which little enough is counted.
    private func lightRungs(_ growth: VariableGrowth) -> [Int] {
        curve(growth.name, growth.family, \.work).usable.filter { $0.median <= Self.mostWork }.map(\.x)
    }

    /// A size, and a larger one where that is not too slow, in all families.
    private func screenings(_ growth: VariableGrowth, _ tried: [Point: Int]) -> [[Point]] {
        let rungs = lightRungs(growth)
        guard let low = rungs.prefix(Self.screened[0] + 1).last, let high = rungs.prefix(Self.screened[1] + 1).last
        else { return [] }
        let lower = settings.families.map { point(growth.name, low, $0) }
        let most = Double(lower.map { tried[$0] ?? 0 }.max() ?? 0) * pow(Double(high) / Double(low), 3)
        guard high > low, most <= Self.mostInstructions, lower.allSatisfy({ tried[$0] != 0 }) else { return [lower] }
        return [lower, settings.families.map { point(growth.name, high, $0) }]
    }

    /// The family that needs most instructions at the top of the ladder, if it goes on as between the sizes that were
    /// tried in all.
    private func worstFamily(_ growth: VariableGrowth, _ tried: [Point: Int]) -> String {
        let screened = screenings(growth, tried)
        let top = Double(lightRungs(growth).last ?? 1)
        func expected(_ place: Int) -> Double {
            let points = screened.map { (x: Double($0[place].values[growth.name] ?? 1), y: tried[$0[place]] ?? 0) }
            guard let last = points.last else { return 0 }
            if points.contains(where: { $0.y == 0 }) { return .infinity }
            let slope = GrowthCurve.slope(points.map { ($0.x, Double($0.y)) })
            return Double(last.y) * pow(top / last.x, slope)
        }
        let places = settings.families.indices
        let most = screened.isEmpty ? 0 : places.map(expected).max() ?? 0
        let worst = screened.isEmpty ? nil : places.first { expected($0) == most }
        return worst.map { settings.families[$0] } ?? growth.family
    }

    /// `growth` with what `instructions` tell: a variable along which they exceed the bound is over, whatever was counted
    /// otherwise; one that they cannot tell is inconclusive.
    ///
    /// - Parameters:
    ///   - instructions: by point; 0 where counting took too long.
    ///   - functions: names those that are not counted, for the reason.
    package func recounted(
        _ growth: ResourceGrowth, instructions: [Point: Int], functions: String
    ) -> ResourceGrowth {
        let test = GrowthTest(.time, bound: settings.time, isStrict: settings.isStrict)
        let why = "counted in instructions, as it calls \(functions)"
        let variables = growth.variables.map { variable -> VariableGrowth in
            guard variable.verdict != .over, sizes[variable.name] != nil else { return variable }
            let family = worstFamily(variable, instructions)
            let curve = GrowthCurve(
                lightRungs(variable).compactMap { x in
                    let point = point(variable.name, x, family)
                    guard let count = instructions[point], count > 0 else { return nil }
                    let words = max(1, count / Self.instructionsPerWord)
                    return GrowthCurve.Rung(x: x, values: [words], model: model(point)?.work ?? 0)
                })
            var recounted = self.growth(variable.name, family, curve, test)
            if recounted.evidence != .leap { recounted.evidence = .instructions }
            recounted.reason = [recounted.reason, why].compactMap(\.self).joined(separator: "; ")
            if curve.usable.count < Self.fewest {
                recounted.verdict = .inconclusive
                recounted.points = variable.points
                return recounted
            }
            return recounted.verdict == .within && Self.gravity(recounted) <= Self.gravity(variable)
                ? variable : recounted
        }
        return summary(.time, settings.time, variables)
    }
}
