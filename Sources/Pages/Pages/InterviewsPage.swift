internal import Reporting

/// `/interviews`: where a mock interview begins, and those that were held.
package struct InterviewsPage: Sendable {
    /// One that was held, or is.
    package struct Entry: Sendable {
        /// What its page is called.
        package var id: String
        /// When it began, ISO 8601 in UTC.
        package var startedAt: String
        /// How many minutes it has.
        package var minutes: Int
        /// Its challenges.
        package var tasks: [String]

        /// An entry of its parts.
        package init(id: String, startedAt: String, minutes: Int, tasks: [String]) {
            self.id = id
            self.startedAt = startedAt
            self.minutes = minutes
            self.tasks = tasks
        }
    }

    /// What every page knows.
    package var context: PageContext
    /// What an interview may be about.
    package var topics: [String]
    /// Why the last wish could not be met, in one sentence.
    package var message: String?
    /// The reader's interviews, the newest first.
    package var interviews: [Entry]

    /// A page of its parts.
    package init(context: PageContext, topics: [String], message: String? = nil, interviews: [Entry]) {
        self.context = context
        self.topics = topics
        self.message = message
        self.interviews = interviews
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.interviews.render([
            "topics": topics, "message": message, "csrf": context.csrf,
            "hasInterviews": !interviews.isEmpty,
            "interviews": interviews.map { interview in
                fields([
                    "id": interview.id, "startedHTML": TimeMarkup.element(interview.startedAt),
                    "minutes": interview.minutes, "tasks": interview.tasks.joined(separator: ", ").displayedInline(),
                ])
            },
        ])
        return Layout.page("Mock interviews", at: .interviews, context, main)
    }
}
