internal import Mustache

/// The templates of pages, each a constant text in the binary.
///
/// A name in three braces stands for ``Markup`` and ends in `HTML`; anything else is escaped. Within a section names
/// begin with a dot, so that a value that is missing is never looked up in what lies around the section.
enum Template: CaseIterable {
    case layout, challengeList, challenge, submission, waiting, report, history, submissions, leaderboard, webhooks,
        signIn, error, quiz, quizAttempt, interviews, interview, document, similarity
    case sample

    private static let parsed: [Template: MustacheTemplate] = {
        MustacheContentTypes.register(PageContentType(), named: PageContentType.name)
        return Dictionary(
            uniqueKeysWithValues: allCases.map { template in
                let text = "{{% CONTENT_TYPE: \(PageContentType.name)}}\n" + template.text
                return (template, try! MustacheTemplate(string: text))  // a constant, which every test renders
            })
    }()

    /// The template filled in; a value that is `nil` counts as absent.
    func render(_ values: [String: Any?]) -> Markup {
        guard let template = Self.parsed[self] else { return Markup(trusted: "") }
        return Markup(trusted: template.render(fields(values)))
    }
}

/// The values for one item of a section, without those that are `nil`.
func fields(_ values: [String: Any?]) -> [String: Any] { values.compactMapValues { $0 } }
