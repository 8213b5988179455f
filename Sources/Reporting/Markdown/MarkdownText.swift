import JudgeCore

/// A statement in Markdown as text for a terminal.
///
/// Knows what statements use: headings, paragraphs, nested lists, tables, block quotes, code, emphasis, links,
/// footnotes, and formulas between dollar signs, which become plain Unicode (see ``FormulaText``).
package enum MarkdownText {
    /// A public case to be shown with the statement.
    package struct Sample: Sendable, Equatable {
        /// The case's name.
        package var name: String
        /// What is given.
        package var input: String
        /// What is right.
        package var answer: String
        /// What its author says about it, in Markdown.
        package var note: String?

        /// A sample of its parts.
        package init(name: String, input: String, answer: String, note: String? = nil) {
            self.name = name
            self.input = input
            self.answer = answer
            self.note = note
        }
    }

    /// The statement as text, every line ended by a line feed.
    ///
    /// - Parameters:
    ///   - markdown: the statement. It comes with a package, perhaps from elsewhere: controls in it are made visible.
    ///   - style: colour and width.
    ///   - samples: the public cases in order. Each `{{nextsample}}` is replaced by the next one,
    ///     `{{remainingsamples}}` by all that are left, and those that no command asks for follow at the end, as the
    ///     Problem Package Format has it.
    package static func render(_ markdown: String, style: TextStyle, samples: [Sample] = []) -> String {
        let document = MarkdownParser.parse(markdown.replacing("\r\n", with: "\n").displayed)
        var renderer = MarkdownRenderer(document, style: style, samples: samples)
        let ansi = style.ansi
        return renderer.render().map { $0.rendered(ansi).trimmingTrailingSpaces + "\n" }.joined()
    }
}
