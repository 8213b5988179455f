import JudgeCore

extension TextReport {
    /// The most diagnostics that are shown.
    package static let maximumDiagnostics = 50

    /// What the compiler said, each message with its source line and a caret below the place.
    mutating func writeDiagnostics() {
        let diagnostics = report.compile.diagnostics
        let shown = diagnostics.prefix(Self.maximumDiagnostics)
        let numberColumns = shown.filter { $0.source != nil }.map { "\($0.line)".columns }.max() ?? 0
        for diagnostic in shown {
            page.blank()
            write(diagnostic, numberColumns: numberColumns)
        }
        if diagnostics.count > shown.count {
            page.blank()
            page.line(StyledText("… and \(diagnostics.count - shown.count) more", .dim), indent: 2)
        }
        if !shown.isEmpty { page.blank() }
    }

    private mutating func write(_ diagnostic: Diagnostic, numberColumns: Int) {
        var text = StyledText(
            "\(diagnostic.file.displayedInline()):\(diagnostic.line):\(diagnostic.column): ", .bold)
        text.append("\(diagnostic.severity.rawValue): ", diagnostic.severity.style.union(.bold))
        text.append(sentence(diagnostic.message))
        page.paragraph(text, indent: 2, hanging: 2)
        guard let source = diagnostic.source else { return }
        let width = page.columns - 4 - numberColumns - 3
        let (line, caret) = Self.place(of: diagnostic.column, in: source, width: width)
        var numbered = StyledText("\("\(diagnostic.line)".leftPadded(to: numberColumns)) │ ", .dim)
        numbered.append(line)
        page.line(numbered, indent: 4)
        var marked = StyledText("\(Page.spaces(numberColumns)) │ ", .dim)
        marked.append(Page.spaces(caret))
        marked.append("^", diagnostic.severity.style.union(.bold))
        page.line(marked, indent: 4)
    }

    /// The part of a source line to show in `width` columns, and the column (from 0) of the caret in it.
    ///
    /// A compiler counts bytes; a terminal counts columns, in which a tab, a wide character and a control that is made
    /// visible take more, and a multibyte letter less.
    package static func place(of column: Int, in source: String, width: Int) -> (line: String, caret: Int) {
        let start = source.start(scalars: 10_000)
        let line = start.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        let bytes = Array(line.utf8)
        var end = min(max(column - 1, 0), bytes.count)
        // A column within a character points to its first byte.
        while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let before = String(decoding: bytes[..<end], as: UTF8.self).displayed.expandingTabs
        let whole = line.displayed.expandingTabs
        // One column stays free for a caret behind the line's end.
        let (text, caret) = whole.cut(to: width - 1, around: before.columns)
        return (text, caret)
    }
}

extension Diagnostic.Severity {
    fileprivate var style: Style {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }
}
