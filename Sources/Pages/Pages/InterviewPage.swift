package import JudgeCore
internal import Reporting

/// `/interviews/{id}`: the tasks of a mock interview and its clock, or its scorecard.
package struct InterviewPage: Sendable {
    /// One task.
    package struct Task: Sendable {
        /// The challenge.
        package var slug: String
        package var name: String
        /// How many minutes it may take.
        package var minutes: Int?
        /// How often something was submitted meanwhile, and the verdict on the last.
        package var tries: Int
        package var verdict: Verdict?
        /// Whether it is solved.
        package var isSolved: Bool
        /// The variables to predict growth in; `nil` where there is nothing to predict, or it is too late.
        package var variables: [String]?
        /// What was predicted.
        package var predicted: (time: String, space: String)?
        /// What is asked next, with answers; only where it is solved.
        package var followUps: [(question: String, answer: String)]

        /// A task of its parts.
        package init(
            slug: String, name: String, minutes: Int?, tries: Int, verdict: Verdict?, isSolved: Bool,
            variables: [String]?, predicted: (time: String, space: String)?,
            followUps: [(question: String, answer: String)]
        ) {
            self.slug = slug
            self.name = name
            self.minutes = minutes
            self.tries = tries
            self.verdict = verdict
            self.isSolved = isSolved
            self.variables = variables
            self.predicted = predicted
            self.followUps = followUps
        }
    }

    /// What every page knows.
    package var context: PageContext
    /// What it is called.
    package var id: String
    /// How many minutes are left; `nil` when it is over.
    package var minutesLeft: Int?
    /// The tasks in their order.
    package var tasks: [Task]
    /// Why the last prediction could not be taken, in one sentence.
    package var message: String?
    /// The scorecard in Markdown, when it is over.
    package var scorecard: String?

    /// A page of its parts.
    package init(
        context: PageContext, id: String, minutesLeft: Int?, tasks: [Task], message: String? = nil,
        scorecard: String? = nil
    ) {
        self.context = context
        self.id = id
        self.minutesLeft = minutesLeft
        self.tasks = tasks
        self.message = message
        self.scorecard = scorecard
    }

    /// The page as HTML.
    package func html() -> String {
        let isOver = minutesLeft == nil
        let main = Template.interview.render([
            "id": id, "csrf": context.csrf, "minutesLeft": minutesLeft, "isOne": minutesLeft == 1 ? true : nil,
            "isRunning": isOver ? nil : true, "message": message,
            "scorecardHTML": scorecard.map { StatementMarkup.html(of: $0, name: "scorecard", headingLevel: 2) },
            "tasks": tasks.enumerated().map { index, task in
                fields([
                    "number": index + 1, "slug": task.slug, "name": task.name.displayedInline(),
                    "minutes": task.minutes,
                    "verdict": task.verdict.map { fields(Badge($0).values) }, "tries": task.tries,
                    "isOnce": task.tries == 1 ? true : nil,
                    "asks": isOver ? nil : task.variables.map { $0.joined(separator: ", ") },
                    "predicted": task.predicted.map { said in
                        func shown(_ text: String) -> String {
                            text.isEmpty ? "nothing" : text.displayedInline(limit: 200)
                        }
                        return fields(["time": shown(said.time), "space": shown(said.space)])
                    },
                    "hasFollowUps": task.followUps.isEmpty ? nil : true,
                    "followUps": task.followUps.map {
                        [
                            "question": $0.question.displayedInline(limit: 1000),
                            "answer": $0.answer.displayedInline(limit: 4000),
                        ]
                    },
                ])
            },
        ])
        return Layout.page("Mock interview", at: .interviews, context, main)
    }
}
