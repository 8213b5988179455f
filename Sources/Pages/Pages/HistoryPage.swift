/// `/submissions`: what the reader has sent.
package struct HistoryPage: Sendable {
    /// What every page knows.
    package var context: PageContext
    /// The submissions of this page, the newest first.
    package var submissions: [SubmissionRow]
    /// The address of the page that follows; `nil` on the last one.
    package var older: String?

    /// A page of its parts.
    package init(context: PageContext, submissions: [SubmissionRow], older: String? = nil) {
        self.context = context
        self.submissions = submissions
        self.older = older
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.history.render([
            "isEmpty": submissions.isEmpty, "older": older,
            "submissionsHTML": SubmissionRow.table(submissions, namesChallenge: true),
        ])
        return Layout.page("My submissions", at: .submissions, context, main)
    }
}
