/// How a service writes text with something bold and a link in it.
struct ChatMarkup: Sendable {
    /// Plain text, made inert.
    let text: @Sendable (String) -> String
    /// Inert text, bold.
    let strong: @Sendable (String) -> String
    /// A link's inert words and its URL.
    let link: @Sendable (String, String) -> String

    /// No markup; `text` is for what a service would still find in it.
    static func plain(_ text: @escaping @Sendable (String) -> String = \.self) -> ChatMarkup {
        ChatMarkup(text: text, strong: \.self) { "\($0): \($1)" }
    }

    static let html = ChatMarkup(text: \.inertHTML, strong: { "<b>\($0)</b>" }) { words, url in
        "<a href=\"\(url.replacing("&", with: "&amp;"))\">\(words)</a>"
    }

    static func markdown(_ text: @escaping @Sendable (String) -> String) -> ChatMarkup {
        ChatMarkup(text: text, strong: { "**\($0)**" }) { "[\($0)](\($1))" }
    }
}

extension ChatMessage {
    /// A line for each fact.
    func factLines(_ markup: ChatMarkup) -> [String] { facts.map { Self.line($0, markup) } }

    /// A line for each paragraph.
    func paragraphLines(_ markup: ChatMarkup) -> [String] { paragraphs.map { Self.line($0, markup) } }

    /// A line for each entry of the list, and how it goes on.
    func entryLines(_ markup: ChatMarkup) -> [String] {
        entries.map { "• " + markup.text($0) } + (more.map { ["… \($0)"] } ?? [])
    }

    /// All of it in `markup`.
    func text(_ markup: ChatMarkup, lineBreak: String = "\n") -> String {
        let sections = [
            [markup.strong(markup.text(title)), markup.text(summary)], factLines(markup), paragraphLines(markup),
            entryLines(markup), link.map { [markup.link($0.title, $0.url)] } ?? [],
        ]
        return Self.join(sections, lineBreak)
    }

    /// Lines below one another, with an empty line between sections.
    static func join(_ sections: [[String]], _ lineBreak: String = "\n") -> String {
        sections.filter { !$0.isEmpty }.map { $0.joined(separator: lineBreak) }.joined(separator: lineBreak + lineBreak)
    }

    private static func line(_ line: Line, _ markup: ChatMarkup) -> String {
        markup.strong(markup.text(line.label) + ":") + " " + markup.text(line.text)
    }
}
