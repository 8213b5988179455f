/// What a submission, a group or a case was judged to be.
public enum Verdict: String, Codable, Sendable, CaseIterable {
    case accepted = "accepted"
    case wrongAnswer = "wrong-answer"
    case timeLimitExceeded = "time-limit-exceeded"
    case memoryLimitExceeded = "memory-limit-exceeded"
    case outputLimitExceeded = "output-limit-exceeded"
    case runTimeError = "run-time-error"
    case compileError = "compile-error"
    case complexityExceeded = "complexity-exceeded"
    case judgeError = "judge-error"
}
