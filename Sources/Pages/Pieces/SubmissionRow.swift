package import JudgeCore
internal import Reporting

/// A submission in a table of them.
package struct SubmissionRow: Sendable, Equatable {
    /// Its identifier, as in `/submissions/{id}`.
    package var id: String
    /// The challenge's slug.
    package var challenge: String
    /// The challenge's name.
    package var challengeName: String
    /// When it was sent, ISO 8601 in UTC.
    package var submittedAt: String
    /// Where it stands.
    package var phase: SubmissionState.Phase
    /// Its verdict, once there is one.
    package var verdict: Verdict?

    /// A row of its parts.
    package init(
        id: String, challenge: String, challengeName: String, submittedAt: String, phase: SubmissionState.Phase,
        verdict: Verdict?
    ) {
        self.id = id
        self.challenge = challenge
        self.challengeName = challengeName
        self.submittedAt = submittedAt
        self.phase = phase
        self.verdict = verdict
    }

    /// The rows as a table; `nil` where there are none.
    ///
    /// - Parameter namesChallenge: whether the challenge has a column.
    static func table(_ rows: [SubmissionRow], namesChallenge: Bool) -> Markup? {
        guard !rows.isEmpty else { return nil }
        return Template.submissions.render([
            "namesChallenge": namesChallenge,
            "rows": rows.map { row in
                fields(
                    Badge(row.phase, row.verdict).values.merging([
                        "id": row.id, "challenge": row.challenge, "challengeName": row.challengeName.displayedInline(),
                        "sent": TimeMarkup.words(row.submittedAt), "sentHTML": TimeMarkup.element(row.submittedAt),
                    ]) { $1 })
            },
        ])
    }
}
