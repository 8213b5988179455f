import JudgeCore

extension Report {
    /// What was earned of what there is to earn, from 0 to 1: points where there are any, else all or nothing.
    package var share: Double {
        if let score, let most = score.maximum, most > 0 { return min(max(score.points / most, 0), 1) }
        return verdict == .accepted ? 1 : 0
    }
}
