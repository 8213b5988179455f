import JudgeCore

/// Growth by instructions, for work that is not counted: a submission calls functions of libraries that the meter does
/// not see into. Counting instructions is exact too, but slow, so it is done at few and small sizes.
extension GrowthStudy {
    private static let instructionsPerWord = 12
    private static let rungs = 5
    /// What the reasons for such growth begin with.
    static let recounting = "counted in instructions"

    /// The points at which instructions are wanted: of each variable the middle rungs of the ladder that `growth` shows.
    package func instructionPoints(_ growth: ResourceGrowth) -> [Point] {
        let points = settings.variables.flatMap { variable -> [Point] in
            guard let family = growth.variables.first(where: { $0.name == variable.name })?.family else { return [] }
            return middle(variable.name).map { point(variable.name, $0, family) }
        }
        return points.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func middle(_ variable: String) -> ArraySlice<Int> {
        let all = sizes[variable] ?? []
        return all.dropFirst(max(0, (all.count - Self.rungs) / 2)).prefix(Self.rungs)
    }

    /// `growth` with what `instructions` tell: a variable along which they exceed the bound is over, whatever was counted
    /// otherwise; one that they cannot tell is inconclusive.
    ///
    /// - Parameter functions: names those that are not counted, for the reason.
    package func recounted(
        _ growth: ResourceGrowth, instructions: [Point: Int], functions: String
    ) -> ResourceGrowth {
        let test = GrowthTest(.time, bound: settings.time, isStrict: settings.isStrict)
        let why = "\(Self.recounting), as it calls \(functions)"
        let variables = growth.variables.map { variable -> VariableGrowth in
            guard variable.verdict != .over, sizes[variable.name] != nil else { return variable }
            let curve = GrowthCurve(
                middle(variable.name).compactMap { x in
                    let point = point(variable.name, x, variable.family)
                    return instructions[point].map { count in
                        GrowthCurve.Rung(
                            x: x, values: [max(1, count / Self.instructionsPerWord)], model: model(point)?.work ?? 0)
                    }
                })
            var recounted = self.growth(variable.name, variable.family, curve, test)
            recounted.reason = [recounted.reason, why].compactMap(\.self).joined(separator: "; ")
            if curve.usable.count < 4 {
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
