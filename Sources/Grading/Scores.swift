import JudgeCore
import Registry

/// How the scores of cases add up in a problem of the type `scoring`, as the Problem Package Format 2025-09 has it.
struct Scores {
    /// What a validator gave for an accepted answer.
    enum Given: Sendable, Equatable {
        /// A part of what the case is worth, 0 to 1: `score_multiplier.txt`.
        case multiplier(Double)
        /// Points: `score.txt`.
        case points(Double)
    }

    /// One case as it was judged.
    struct Case: Sendable {
        var isAccepted: Bool
        var given: Given?
    }

    let secret: GroupSettings
    let slug: String
    /// How many cases lie in no test data group, whatever folders they lie in: they share what `secret` is worth.
    let ungrouped: Int

    /// The most points of the whole; `nil` where there is no bound.
    var maximum: Double? { Self.maximum(secret.maximumScore ?? .points(100)) }

    /// Whether what lies in a group is added up by the rules of `secret`.
    static func isUngrouped(_ group: TestGroup) -> Bool { group.name == "secret" || !group.isDeclared }

    /// What one group earned, and the most that it could.
    ///
    /// - Parameters:
    ///   - cases: those that ran.
    ///   - total: how many there are; one that did not run earns nothing.
    /// - Throws: `validator-failed` where the validator gave what it must not.
    func score(of group: TestGroup, cases: [Case], total: Int) throws(JudgeError) -> ScoreReport {
        let isSecret = Self.isUngrouped(group)
        let settings = isSecret ? secret : group.settings
        let aggregation = settings.aggregation ?? (isSecret ? .sum : .passFail)
        var maximum = isSecret ? maximum : Self.maximum(settings.maximumScore ?? .unbounded)
        if isSecret, aggregation == .sum { maximum = maximum.map { $0 * Double(total) / Double(max(ungrouped, 1)) } }
        let points: Double
        switch aggregation {
        case .passFail:
            if cases.contains(where: { $0.given != nil }) { throw fault("gave a score in the pass-fail group", group) }
            points = cases.count == total && cases.allSatisfy(\.isAccepted) ? maximum ?? 0 : 0
        case .sum:
            let each = maximum.map { $0 / Double(max(total, 1)) }
            var sum = 0.0
            for item in cases { sum += try self.points(of: item, worth: each, group) }
            points = sum
        case .min:
            var least = cases.count < total || cases.isEmpty ? 0 : Double.infinity
            for item in cases { least = min(least, try self.points(of: item, worth: maximum, group)) }
            points = least
        }
        return ScoreReport(points: points, maximum: maximum)
    }

    /// What the whole earned.
    func total(_ groups: [ScoreReport]) -> ScoreReport {
        let points = groups.map(\.points)
        switch secret.aggregation ?? .sum {
        case .sum: return ScoreReport(points: points.reduce(0, +), maximum: maximum)
        case .min: return ScoreReport(points: points.min() ?? 0, maximum: maximum)
        case .passFail:
            let hasAll = groups.allSatisfy { $0.points == $0.maximum }
            return ScoreReport(points: hasAll ? maximum ?? 0 : 0, maximum: maximum)
        }
    }

    private func points(of item: Case, worth maximum: Double?, _ group: TestGroup) throws(JudgeError) -> Double {
        guard item.isAccepted else {
            if item.given != nil { throw fault("gave a score to a refused answer in", group) }
            return 0
        }
        switch (item.given, maximum) {
        case (.multiplier(let part), let maximum?):
            guard (0...1).contains(part) else { throw fault("gave a multiplier beyond 0 to 1 in", group) }
            return part * maximum
        case (.multiplier, nil): throw fault("gave a multiplier, where no maximum is, in", group)
        case (.points(let points), let maximum):
            guard points >= 0, points <= maximum ?? .infinity else { throw fault("gave too many points in", group) }
            return points
        case (nil, let maximum?): return maximum
        case (nil, nil): throw fault("gave no score, where no maximum is, in", group)
        }
    }

    private func fault(_ what: String, _ group: TestGroup) -> JudgeError {
        JudgeError(.failure, "validator-failed", "the output validator of \(slug) \(what) \(group.name)")
    }

    private static func maximum(_ setting: GroupSettings.MaximumScore) -> Double? {
        switch setting {
        case .points(let points): Double(points)
        case .unbounded: nil
        }
    }
}
