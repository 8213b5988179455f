package import JudgeCore

/// Time limits as the format infers and checks them.
package enum TimeLimit {
    /// The smallest positive multiple of `resolution` that leaves the margins of `multipliers` to every bound.
    ///
    /// - Parameters:
    ///   - lower: for each rule that forbids `TLE`, the slowest CPU time, in seconds, over the cases it applies to.
    ///   - upper: for each rule that demands `TLE`, the slowest CPU time over the cases it applies to.
    ///   - multipliers: the margins.
    ///   - resolution: in seconds, greater than 0.
    /// - Throws: `no-time-limit` when there is no lower bound or no multiple lies between the bounds.
    package static func infer(
        lower: [Double], upper: [Double], multipliers: TimeMultipliers = TimeMultipliers(), resolution: Double = 1
    ) throws(JudgeError) -> Double {
        guard let slowest = lower.max() else {
            throw JudgeError(
                .usage, "no-time-limit",
                "no submission bounds the time limit from below; add an accepted one, or set limits.time_limit")
        }
        let least = slowest * multipliers.acToTimeLimit
        // A multiple that misses the bound by rounding alone counts as meeting it.
        let steps = max(1, (least / resolution - tolerance).rounded(.up))
        let limit = round(steps * resolution)
        guard limit.isFinite else {
            throw JudgeError(
                .usage, "no-time-limit",
                "the times are beyond all limits; make the cases smaller or limits.time_resolution larger")
        }
        if let fastest = upper.min(), limit * multipliers.timeLimitToTLE > fastest * (1 + tolerance) {
            throw JudgeError(
                .usage, "no-time-limit",
                """
                no time limit fits: submissions that must be in time need one of at least \(seconds(least)), and \
                those that must be too slow one of at most \(seconds(fastest / multipliers.timeLimitToTLE)), in steps \
                of \(seconds(resolution)); make the cases larger, or set limits.time_resolution
                """)
        }
        return limit
    }

    /// Whether `limit` leaves the margins to every bound; a sentence that says which it misses, or `nil`.
    package static func complaint(
        about limit: Double, lower: [Double], upper: [Double], multipliers: TimeMultipliers = TimeMultipliers()
    ) -> String? {
        if let slowest = lower.max(), slowest * multipliers.acToTimeLimit > limit * (1 + tolerance) {
            return """
                a submission that must be in time takes \(seconds(slowest)), and \(multipliers.acToTimeLimit) times \
                that is more than the time limit of \(seconds(limit))
                """
        }
        if let fastest = upper.min(), limit * multipliers.timeLimitToTLE > fastest * (1 + tolerance) {
            return """
                a submission that must be too slow takes \(seconds(fastest)), less than \
                \(multipliers.timeLimitToTLE) times the time limit of \(seconds(limit))
                """
        }
        return nil
    }

    static func isMultiple(_ limit: Double, of resolution: Double) -> Bool {
        let steps = limit / resolution
        return abs(steps - steps.rounded()) <= tolerance * max(1, steps)
    }

    private static let tolerance = 1e-9

    /// Without the last digits that multiplying 3 by 0.1 leaves behind.
    private static func round(_ value: Double) -> Double {
        let rounded = (value * 1e9).rounded() / 1e9
        return rounded > 0 ? rounded : value
    }

    private static func seconds(_ value: Double) -> String { "\((value * 1000).rounded() / 1000) s" }
}
