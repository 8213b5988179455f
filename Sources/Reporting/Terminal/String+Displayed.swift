import JudgeCore

extension String {
    /// The first `count` scalars, with `…` behind them when there are more. What is shown of a text is little; nothing
    /// else of it should cost time.
    func start(scalars count: Int) -> String {
        guard utf8.count > count,
            let end = unicodeScalars.index(startIndex, offsetBy: count, limitedBy: endIndex), end < endIndex
        else { return self }
        return String(self[..<end]) + "…"
    }

    /// Untrusted text made fit for a terminal: controls, bidirectional and invisible formatting are visible (see
    /// `escapingControls`), and no character carries more than four marks, so that none paints over its neighbours.
    /// Line feeds and tabs stay.
    package var displayed: String {
        var result = String.UnicodeScalarView()
        var marks = 0
        for scalar in escapingControls.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark: marks += 1
            default: marks = 0
            }
            if marks <= 4 { result.append(scalar) }
        }
        return String(result)
    }

    /// Untrusted text made fit for the middle of one line: as ``displayed``, with line feeds visible as `⏎` and tabs as
    /// spaces, at most `limit` characters long.
    package func displayedInline(limit: Int = 200) -> String {
        let text = start(scalars: limit * 4).displayed.split(separator: "\n", omittingEmptySubsequences: false).joined(
            separator: "⏎"
        )
        .replacing("\t", with: " ")
        return text.count > limit ? text.prefix(limit - 1) + "…" : text
    }

    /// Untrusted text as lines fit for a terminal, tabs expanded. A line feed at the very end begins no line of its
    /// own.
    package var displayedLines: [String] {
        guard !isEmpty else { return [] }
        var lines = displayed.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).expandingTabs }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
