internal import Reporting

/// A sample as labelled blocks of input and answer.
struct SampleFigure {
    /// The most lines of each text that are shown.
    static let maximumLines = 30

    private let sample: MarkdownText.Sample
    private let number: Int
    private let headingLevel: Int

    /// - Parameters:
    ///   - number: which of the page's samples it is.
    ///   - headingLevel: the level of its heading on the page.
    init(_ sample: MarkdownText.Sample, number: Int, headingLevel: Int) {
        self.sample = sample
        self.number = number
        self.headingLevel = headingLevel
    }

    var markup: Markup {
        let note = sample.note.map {
            StatementMarkup.html(of: $0, name: "sample\(number)", headingLevel: headingLevel + 1)
        }
        return Template.sample.render([
            "level": "\(headingLevel)", "name": sample.name.displayedInline(), "noteHTML": note,
            "input": Self.shortened(sample.input), "answer": Self.shortened(sample.answer),
        ])
    }

    /// The first lines of a text, and how many more there are.
    static func shortened(_ text: String) -> String {
        let lines = text.displayedLines
        guard lines.count > maximumLines else { return lines.joined(separator: "\n") }
        let more = "… and \(lines.count - maximumLines + 1) more lines"
        return (lines.prefix(maximumLines - 1) + [more]).joined(separator: "\n")
    }
}
