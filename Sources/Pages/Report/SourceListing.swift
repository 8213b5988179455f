/// A source with its lines numbered; line 12 is the page's `#L12`.
struct SourceListing {
    /// The most lines that are shown.
    static let maximumLines = 20_000

    private let lines: [Substring]
    private let hidden: Int

    /// Any text; line feeds end its lines, alone or behind carriage returns.
    init(_ source: String) {
        var lines = source.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        hidden = max(0, lines.count - Self.maximumLines)
        self.lines = Array(lines.prefix(Self.maximumLines))
    }

    /// How many lines are shown, each with an anchor.
    var lineCount: Int { lines.count }

    /// The lines, for an element that keeps white space. Numbers are not read out, nor copied with the source.
    var markup: Markup {
        let html = lines.enumerated().map { index, line in
            "<span class=\"line\" id=\"L\(index + 1)\"><span class=\"number\" aria-hidden=\"true\">\(index + 1)  </span>"
                + Markup.escaped(String(line)) + "\n</span>"
        }.joined()
        return Markup(trusted: hidden > 0 ? html + "… and \(hidden) more lines\n" : html)
    }
}
