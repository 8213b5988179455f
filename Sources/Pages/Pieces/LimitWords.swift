internal import JudgeCore
internal import Reporting

/// Limits in words.
enum LimitWords {
    /// The time of a case: `1 s of CPU, 4 s in all`.
    static func time(_ limits: Limits) -> String {
        "\(Figures.limit(seconds: limits.cpuSeconds)) of CPU, \(Figures.limit(seconds: limits.wallSeconds)) in all"
    }
}
