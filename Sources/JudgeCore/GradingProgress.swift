/// What a grader is doing right now, for a progress line, a log or an event stream.
public enum GradingProgress: Codable, Sendable, Hashable {
    /// Something of the challenge is built or generated for the first time; `what` says which part.
    case preparing(String)
    /// The submission is compiled.
    case compiling
    /// Case `index` of `total` runs; `name` is the case's name, which holds no data.
    case running(index: Int, total: Int, name: String)
    /// Growth is measured: run `index` of `total`, climbing along `variable`.
    case measuring(index: Int, total: Int, variable: String)
    /// There is a verdict.
    case graded(Verdict)
}
