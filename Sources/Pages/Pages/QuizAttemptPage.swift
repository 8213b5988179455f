internal import Reporting

/// `/quiz-attempts/{id}`: the next question of a quiz, what is said of the last answer, and everything at the end.
package struct QuizAttemptPage: Sendable {
    /// A question that waits for its answer.
    package struct Question: Sendable {
        /// How it is answered.
        package enum Form: Sendable {
            case choice, select, number
        }

        /// What the form sends back as `question`.
        package var id: String
        /// Its number, from 1.
        package var number: Int
        /// The question in Markdown.
        package var ask: String
        /// How it is answered.
        package var form: Form
        /// What can be chosen: letter, and text in Markdown.
        package var options: [(letter: String, text: String)]

        /// A question of its parts.
        package init(id: String, number: Int, ask: String, form: Form, options: [(letter: String, text: String)]) {
            self.id = id
            self.number = number
            self.ask = ask
            self.form = form
            self.options = options
        }
    }

    /// What is said of an answer.
    package struct Explained: Sendable {
        /// An option, or a number.
        package struct Remark: Sendable {
            /// What was to be chosen, in Markdown.
            package var text: String
            /// Whether it is right to choose it, and whether it was chosen.
            package var isRight: Bool
            package var isChosen: Bool
            /// Why it is right, or wrong, in Markdown.
            package var because: String

            /// A remark of its parts.
            package init(text: String, isRight: Bool, isChosen: Bool, because: String) {
                self.text = text
                self.isRight = isRight
                self.isChosen = isChosen
                self.because = because
            }
        }

        /// The question's number, from 1.
        package var number: Int
        /// The question in Markdown.
        package var ask: String
        /// Whether the answer is right.
        package var isRight: Bool
        /// What is said of the options, or of the number.
        package var remarks: [Remark]

        /// An explanation of its parts.
        package init(number: Int, ask: String, isRight: Bool, remarks: [Remark]) {
            self.number = number
            self.ask = ask
            self.isRight = isRight
            self.remarks = remarks
        }
    }

    /// What every page knows.
    package var context: PageContext
    /// The attempt.
    package var id: String
    /// The quiz.
    package var slug: String
    package var name: String
    /// How many questions there are, are answered, and are right.
    package var total: Int
    package var answered: Int
    package var right: Int
    /// What is asked now; `nil` while an answer is explained, and at the end.
    package var question: Question?
    /// The answer that is explained, or all of them at the end.
    package var explained: [Explained]
    /// Why the last answer could not be taken, in one sentence.
    package var message: String?

    /// A page of its parts.
    package init(
        context: PageContext, id: String, slug: String, name: String, total: Int, answered: Int, right: Int,
        question: Question? = nil, explained: [Explained] = [], message: String? = nil
    ) {
        self.context = context
        self.id = id
        self.slug = slug
        self.name = name
        self.total = total
        self.answered = answered
        self.right = right
        self.question = question
        self.explained = explained
        self.message = message
    }

    /// The page as HTML.
    package func html() -> String {
        let isDone = answered >= total && explained.count != 1 || total == 1 && answered == 1
        let main = Template.quizAttempt.render([
            "id": id, "slug": slug, "name": name.displayedInline(), "total": total, "answered": answered,
            "right": right, "isDone": isDone, "hasLast": !isDone && answered >= total,
            "hasNext": question == nil && !isDone && answered < total,
            "message": message, "csrf": context.csrf,
            "question": question.map { question in
                fields([
                    "id": question.id, "number": question.number,
                    "askHTML": StatementMarkup.html(of: question.ask, name: "ask", headingLevel: 3),
                    "isChoice": question.form == .choice ? true : nil,
                    "isSelect": question.form == .select ? true : nil,
                    "isNumber": question.form == .number ? true : nil,
                    "options": question.options.map { option in
                        fields([
                            "letter": option.letter,
                            "textHTML": Self.line(of: option.text, name: "option-\(option.letter)"),
                        ])
                    },
                ])
            },
            "explained": explained.map { explained in
                let badge = explained.isRight ? ("good", "✓", "right") : ("bad", "✗", "wrong")
                return fields([
                    "number": explained.number, "isOpen": isDone && explained.isRight ? nil : true,
                    "tone": badge.0, "symbol": badge.1, "words": badge.2,
                    "askHTML": StatementMarkup.html(
                        of: explained.ask, name: "ask-\(explained.number)", headingLevel: 3),
                    "remarks": explained.remarks.enumerated().map { index, remark in
                        fields([
                            "symbol": remark.isRight ? "✓" : "✗", "tone": remark.isRight ? "good" : "bad",
                            "words": remark.isRight ? "right" : "wrong", "isChosen": remark.isChosen ? true : nil,
                            "textHTML": Self.line(of: remark.text, name: "text-\(explained.number)-\(index)"),
                            "becauseHTML": StatementMarkup.html(
                                of: remark.because, name: "because-\(explained.number)-\(index)", headingLevel: 4),
                        ])
                    },
                ])
            },
        ])
        return Layout.page(name, context, main)
    }

    /// A text of one paragraph as what may stand within a label.
    private static func line(of markdown: String, name: String) -> Markup {
        let html = StatementMarkup.html(of: markdown, name: name, headingLevel: 4).html
        let inner = html.trimmingPrefix("<p>")
        guard inner.count < html.count, inner.hasSuffix("</p>\n"), !inner.contains("<p>") else {
            return Markup(trusted: html)
        }
        return Markup(trusted: String(inner.dropLast("</p>\n".count)))
    }
}
