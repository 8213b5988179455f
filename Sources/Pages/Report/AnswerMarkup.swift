internal import Reporting

/// An expected and a given answer, each with the words marked that the other does not have.
struct AnswerMarkup {
    /// The answer of the challenge's author.
    private(set) var expected = Markup(trusted: "")
    /// The submission's answer.
    private(set) var got = Markup(trusted: "")

    /// Compares the two as ``LineDiff`` does.
    init(expected: String, got: String) {
        guard !got.isEmpty else {
            self.expected = Markup(escaping: expected)
            self.got = Markup(trusted: "<em>no answer</em>")
            return
        }
        func lines(_ text: String) -> String { text.displayedLines.joined(separator: "\n") }
        let diff = LineDiff(expected: lines(expected), got: lines(got))
        var left = ""
        var right = ""
        for row in diff.rows {
            switch row {
            case .same(let line):
                left += Markup.escaped(line) + "\n"
                right += Markup.escaped(line) + "\n"
            case .missing(let line): left += Self.marked(line) + "\n"
            case .extra(let line): right += Self.marked(line) + "\n"
            case .changed(let expected, let got):
                left += Self.html(expected) + "\n"
                right += Self.html(got) + "\n"
            }
        }
        if diff.uncompared > 0 {
            let note = "<em>… and \(Figures.count(diff.uncompared, "line")) not compared</em>\n"
            left += note
            right += note
        }
        self.expected = Markup(trusted: left)
        self.got = Markup(trusted: right)
    }

    private static func html(_ pieces: [LineDiff.Piece]) -> String {
        pieces.map { $0.differs ? marked($0.text) : Markup.escaped($0.text) }.joined()
    }

    /// The text with a mark around all but the spaces before it.
    private static func marked(_ text: String) -> String {
        let words = text.drop { $0 == " " }
        let spaces = text.prefix { $0 == " " }
        return spaces + "<mark>\(Markup.escaped(String(words)))</mark>"
    }
}
