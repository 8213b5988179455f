// Names, messages and hints come from whoever wrote a submission or a challenge. Each service must show them as the
// text they are. All of it goes scalar by scalar: an accent on a marker makes one character of both to Swift, but not
// to a service.
//
// Some services have no escape for some markers. There a zero-width space (U+200B) stands in between: it is not seen,
// it breaks no word visibly, and neither `@<U+200B>channel` nor `*<U+200B>bold` means anything to a service. Another
// letter that looks alike would be worse: it would be there when somebody copies the text.
private let gap = "\u{200B}"

extension String {
    private func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let text = replacement(scalar) {
                result.append(contentsOf: text.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text without mentions: `@everyone` calls nobody.
    var withoutMentions: String { replacingScalars { $0 == "@" ? "@" + gap : nil } }

    /// The text within HTML and its quoted attributes, without mentions: Telegram and Matrix find `@name` in any text.
    var inertHTML: String {
        replacingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "@": "@" + gap
            default: nil
            }
        }
    }

    /// The text within a Slack text object of type `plain_text`: no markup, but `<!channel>` and entities.
    var inertSlackPlain: String {
        replacingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "@": "@" + gap
            default: nil
            }
        }
    }

    /// The text within Slack's `mrkdwn`, which escapes `&`, `<` and `>` and nothing else. A marker is one at the edge of
    /// a word; with gaps on both sides it is neither at an edge nor next to a word. `>` too, which quotes at the start
    /// of a line even when it is escaped.
    var inertMrkdwn: String {
        replacingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": gap + "&gt;"
            case "@": "@" + gap
            case "*", "_", "~", "`": gap + String(scalar) + gap
            default: nil
            }
        }
    }

    /// The text within a text of Google Chat, which knows Slack's markers, `<users/all>` and no escapes.
    var inertGoogleChat: String {
        replacingScalars { scalar in
            switch scalar {
            case "<", "@": String(scalar) + gap
            case "*", "_", "~", "`": gap + String(scalar) + gap
            default: nil
            }
        }
    }

    /// One line of text within Markdown, without mentions.
    ///
    /// What begins a block where a line begins (a list, a heading, a rule) is kept from it by a gap before it: escaping
    /// each hyphen and full stop would show in those clients that do not know all escapes.
    ///
    /// - Parameters:
    ///   - markers: what gets a backslash.
    ///   - entities: whether `&` and `<` are written as in HTML.
    func inertMarkdown(escaping markers: Set<Unicode.Scalar>, entities: Bool = false) -> String {
        (beginsMarkdownBlock ? gap : "")
            + replacingScalars { scalar in
                switch scalar {
                case "@": "@" + gap
                case "&" where entities: "&amp;"
                case "<" where entities: "&lt;"
                case _ where markers.contains(scalar): "\\" + String(scalar)
                default: nil
                }
            }
    }

    private var beginsMarkdownBlock: Bool {
        guard let first = unicodeScalars.first else { return false }
        if ["-", "+", "=", "#", ">"].contains(first) { return true }
        let rest = unicodeScalars.drop { ("0"..."9").contains($0) }
        guard rest.startIndex > unicodeScalars.startIndex, [".", ")"].contains(rest.first) else { return false }
        return [" ", nil].contains(rest.dropFirst().first)
    }
}
