/// Something that kept the judge from judging. Never a verdict on a submission.
public struct JudgeError: Error, CustomStringConvertible {
    /// Whose fault it is, and so which exit code a command ends with.
    public enum Kind: Sendable {
        /// Wrong usage or unreadable input; exit code 64.
        case usage
        /// A needed service or feature of the host is missing; exit code 69.
        case unavailable
        /// The judge itself failed; exit code 70.
        case failure
    }

    /// Whose fault it is.
    public let kind: Kind
    /// A stable code for scripts, e.g. `unknown-challenge`.
    public let code: String
    /// One sentence: what is wrong, where, and what to do.
    public let message: String
    /// What was met underneath, if anything.
    public let cause: (any Error)?

    /// An error with a stable `code` and one sentence.
    public init(_ kind: Kind, _ code: String, _ message: String, cause: (any Error)? = nil) {
        self.kind = kind
        self.code = code
        self.message = message
        self.cause = cause
    }

    /// The sentence, with its cause when there is one.
    public var description: String {
        guard let cause else { return message }
        return "\(message) (\(cause))"
    }

    /// The exit code that commands end with.
    public var exitCode: Int32 {
        switch kind {
        case .usage: 64
        case .unavailable: 69
        case .failure: 70
        }
    }
}
