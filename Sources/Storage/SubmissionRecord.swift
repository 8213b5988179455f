package import JudgeCore

/// A submission as lists show it: without source and report.
package struct SubmissionRecord: Sendable, Equatable, Identifiable {
    /// Its place in the order in which submissions came.
    package let number: Int64
    /// The submission's identifier.
    package let id: String
    /// The number of whoever sent it; `nil` where a command graded it for whoever ran it.
    package let userID: User.ID?
    /// Their name.
    package let user: String?
    /// The challenge's slug.
    package let challenge: String
    /// The file's name without folders.
    package let file: String
    /// SHA-256 of the source, in hexadecimal digits.
    package let sha256: String
    /// When it came.
    package let submittedAt: Timestamp
    /// Where it stands.
    package let state: SubmissionState
    /// How often it was taken up.
    package let attempt: Int
    /// When it was graded or given up.
    package let endedAt: Timestamp?
}

/// Something that happened to a submission.
package struct SubmissionEvent: Sendable, Equatable, Identifiable {
    /// Rises with time over all submissions.
    package let id: Int64
    /// When it happened.
    package let at: Timestamp
    /// Where the submission stood from then on.
    package let phase: SubmissionState.Phase
    /// During which attempt; 0 before the first.
    package let attempt: Int
    /// The verdict, or why it waits again or was given up.
    package let detail: String?
}

/// A submission that a worker has taken up, for as long as its lease is renewed.
package struct Claim: Sendable, Equatable {
    /// What is to be graded.
    package let submission: Submission
    /// Its place in the order in which submissions came.
    package let number: Int64
    /// When it came.
    package let queuedAt: Timestamp
    /// Which attempt this is. What a worker brings counts only while this is the newest one.
    package let attempt: Int
    /// Who took it.
    package let worker: String
}
