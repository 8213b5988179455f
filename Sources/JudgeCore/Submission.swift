/// One piece of source, sent for one challenge.
public struct Submission: Sendable, Equatable {
    /// A random identifier, unique among all submissions.
    public let id: String
    /// The challenge's slug.
    public let challenge: String
    /// The file's own name, without folders; diagnostics show it.
    public let file: String
    /// The source, UTF-8 without NUL.
    public let source: [UInt8]
    /// SHA-256 of the source, in lowercase hexadecimal digits.
    public let sha256: String
    /// Who sent it, where that is known.
    public let author: String?
    /// When it was sent, ISO 8601 in UTC.
    public let submittedAt: String

    /// A submission whose parts were checked by whoever read it.
    public init(
        id: String, challenge: String, file: String, source: [UInt8], sha256: String, author: String?,
        submittedAt: String
    ) {
        self.id = id
        self.challenge = challenge
        self.file = file
        self.source = source
        self.sha256 = sha256
        self.author = author
        self.submittedAt = submittedAt
    }
}
