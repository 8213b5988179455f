internal import Reporting

/// `/quizzes/{slug}`: what a quiz is about, and where it begins.
package struct QuizPage: Sendable {
    /// What every page knows.
    package var context: PageContext
    /// The quiz's slug.
    package var slug: String
    /// Its name.
    package var name: String
    /// How hard it is, in a word.
    package var level: String?
    /// How many minutes it may take.
    package var minutes: Int?
    /// How many questions it asks.
    package var total: Int
    /// What it is about, in Markdown.
    package var statement: String
    /// How often the reader went through it, and the most that they had right.
    package var standing: (attempts: Int, best: Int)?
    /// The attempt that they left, if there is one.
    package var open: String?

    /// A page of its parts.
    package init(
        context: PageContext, slug: String, name: String, level: String?, minutes: Int?, total: Int, statement: String,
        standing: (attempts: Int, best: Int)? = nil, open: String? = nil
    ) {
        self.context = context
        self.slug = slug
        self.name = name
        self.level = level
        self.minutes = minutes
        self.total = total
        self.statement = statement
        self.standing = standing
        self.open = open
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.quiz.render([
            "slug": slug, "name": name.displayedInline(), "level": level?.displayedInline(limit: 40),
            "minutes": minutes, "total": total, "isOne": total == 1,
            "statementHTML": StatementMarkup.html(of: statement, name: "statement"),
            "standing": standing.map { standing in
                fields([
                    "best": standing.best, "attempts": standing.attempts, "isOnce": standing.attempts == 1 ? true : nil,
                ])
            },
            "open": open, "userName": context.userName, "csrf": context.csrf,
        ])
        return Layout.page(name, context, main)
    }
}
