import JudgeCore

/// Growth by instructions, for work that is not counted: a submission calls functions of libraries that the meter does
/// not see into. Counting instructions is exact too, but slow, so it is done at few and small sizes.
extension GrowthStudy {
    private static let instructionsPerWord = 12
    private static let rungs = 5
    private static let fewest = 4
    /// Rungs that need more words than this, as far as they are counted, take too long.
    private static let mostWork = 4_000_000
    /// What the reasons for such growth begin with.
    static let recounting = "counted in instructions"

    /// The points at which instructions are wanted next. First one size in every family; then, of the worst of them, the
    /// highest rungs by rising size, and where most of these turned out to take too long, those below.
    ///
    /// - Parameter tried: what was found so far; 0 where it took too long.
    package func instructionPoints(_ growth: ResourceGrowth, tried: [Point: Int] = [:]) -> [Point] {
        let points = settings.variables.flatMap { variable -> [Point] in
            guard let shown = growth.variables.first(where: { $0.name == variable.name }) else { return [] }
            let screening = screening(shown)
            if screening.contains(where: { tried[$0] == nil }) { return screening }
            let family = worstFamily(shown, tried)
            let rungs = lightRungs(shown).map { point(variable.name, $0, family) }
            let counted = rungs.count { tried[$0] ?? 0 > 0 }
            guard let lowest = rungs.firstIndex(where: { tried[$0] != nil && !screening.contains($0) }) else {
                return Array(rungs.suffix(Self.rungs))
            }
            return counted < Self.fewest ? rungs[..<lowest].suffix(Self.rungs) : []
        }
        return points.reduce(into: []) { if !$0.contains($1), tried[$1] == nil { $0.append($1) } }
    }

    /// The rungs of the family that `growth` shows at which little enough is counted.
    private func lightRungs(_ growth: VariableGrowth) -> [Int] {
        curve(growth.name, growth.family, \.work).usable.filter { $0.median <= Self.mostWork }.map(\.x)
    }

    /// The same size in all families.
    private func screening(_ growth: VariableGrowth) -> [Point] {
        guard let size = lightRungs(growth).suffix(3).first else { return [] }
        return settings.families.map { point(growth.name, size, $0) }
    }

    /// The family that needs most instructions.
    private func worstFamily(_ growth: VariableGrowth, _ tried: [Point: Int]) -> String {
        func count(_ point: Point) -> Int { tried[point].map { $0 == 0 ? .max : $0 } ?? 0 }
        let screened = screening(growth)
        let most = screened.map(count).max() ?? 0
        return screened.first { count($0) == most }?.family ?? growth.family
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
        let why = "\(Self.recounting), as it calls \(functions)"
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
