package import JudgeCore
package import Reporting

/// `/challenges/{slug}`: the task, and where solutions are sent.
package struct ChallengePage: Sendable {
    /// What every page knows.
    package var context: PageContext
    /// The challenge's slug.
    package var slug: String
    /// Its name.
    package var name: String
    /// How hard it is, in a word.
    package var level: String?
    /// What it is about.
    package var topics: [String]
    /// How many minutes it may take in an interview.
    package var minutes: Int?
    /// What is asked next.
    package var followUps: [FollowUp]
    /// What the reader has made of it.
    package var standing: Standing
    /// The statement in Markdown.
    package var statement: String
    /// The public cases in order.
    package var samples: [MarkdownText.Sample]
    /// What each case may use.
    package var limits: Limits
    /// How fast work may grow, where that is asked for.
    package var timeBound: String?
    /// How fast memory may grow, where that is asked for.
    package var spaceBound: String?
    /// What a solution begins with; the form holds it, and it can be downloaded.
    package var starter: String?
    /// What the form holds instead of the starter: what was sent, where that could not be accepted.
    package var draft: String?
    /// What the form sends back as `once`: the same form sent twice is one submission.
    package var once: String
    /// Why what was sent could not be accepted, in one sentence.
    package var message: String?
    /// The reader's latest submissions to it, the newest first.
    package var submissions: [SubmissionRow]
    /// How it can be solved, in Markdown; only for those who have solved it.
    package var editorial: String?

    /// A question that is asked when the task is solved; its answer is for those who have solved it.
    package struct FollowUp: Sendable {
        /// The question.
        package var question: String
        /// What a good answer says.
        package var answer: String?

        /// A question of its parts.
        package init(question: String, answer: String?) {
            self.question = question
            self.answer = answer
        }
    }

    /// A page of its parts.
    package init(
        context: PageContext, slug: String, name: String, level: String? = nil, topics: [String] = [],
        minutes: Int? = nil, followUps: [FollowUp] = [], standing: Standing = .untouched, statement: String,
        samples: [MarkdownText.Sample] = [], limits: Limits,
        timeBound: String? = nil, spaceBound: String? = nil, starter: String? = nil, draft: String? = nil,
        once: String = "", message: String? = nil, submissions: [SubmissionRow] = [], editorial: String? = nil
    ) {
        self.context = context
        self.slug = slug
        self.name = name
        self.level = level
        self.topics = topics
        self.minutes = minutes
        self.followUps = followUps
        self.standing = standing
        self.statement = statement
        self.samples = samples
        self.limits = limits
        self.timeBound = timeBound
        self.spaceBound = spaceBound
        self.starter = starter
        self.draft = draft
        self.once = once
        self.message = message
        self.submissions = submissions
        self.editorial = editorial
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.challenge.render([
            "slug": slug, "name": name.displayedInline(), "level": level?.displayedInline(limit: 40),
            "standing": standing.badge.map { fields($0.values) }, "hasTopics": !topics.isEmpty,
            "topics": topics.map { $0.displayedInline(limit: 60) },
            "minutes": minutes, "hasFollowUps": !followUps.isEmpty,
            "followUps": followUps.map {
                fields([
                    "question": $0.question.displayedInline(limit: 1000),
                    "hasAnswer": $0.answer != nil, "answer": $0.answer?.displayedInline(limit: 4000),
                ])
            },
            "statementHTML": StatementMarkup.html(of: statement, samples: samples, name: "statement"),
            "time": LimitWords.time(limits),
            "memory": Figures.bytes(limits.memoryBytes), "output": "at most \(Figures.bytes(limits.outputBytes))",
            "code": "at most \(Figures.bytes(limits.codeBytes))", "codeBytes": limits.codeBytes,
            "timeBound": timeBound?.displayedInline(), "spaceBound": spaceBound?.displayedInline(),
            "hasStarter": starter != nil, "message": message, "userName": context.userName, "csrf": context.csrf,
            "once": once,
            "source": (draft ?? starter ?? "").replacing("\r\n", with: "\n"),
            "submissionsHTML": SubmissionRow.table(submissions, namesChallenge: false),
            "editorialHTML": editorial.map { StatementMarkup.html(of: $0, name: "editorial", headingLevel: 3) },
        ])
        return Layout.page(name, context, main)
    }
}
