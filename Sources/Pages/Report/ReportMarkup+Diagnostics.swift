internal import JudgeCore
internal import Reporting

extension ReportMarkup {
    /// The columns of a source line that are shown around the place that a message is about.
    private static let columns = 160

    /// What the compiler said, each message with its source line and a caret below the place.
    var diagnostics: [String: Any?] {
        let all = report.compile.diagnostics
        let shown = all.prefix(TextReport.maximumDiagnostics)
        return [
            "hasDiagnostics": !all.isEmpty, "diagnostics": shown.map(values),
            "moreDiagnostics": all.count > shown.count ? all.count - shown.count : nil,
        ]
    }

    private func values(of diagnostic: Diagnostic) -> [String: Any] {
        let line = "\(diagnostic.line)"
        let excerpt = diagnostic.source.map { source in
            let (text, caret) = TextReport.place(of: diagnostic.column, in: source, width: Self.columns)
            return fields([
                "line": line, "text": text, "margin": String(repeating: " ", count: line.count),
                "spaces": String(repeating: " ", count: caret),
            ])
        }
        return fields([
            "severity": diagnostic.severity.rawValue,
            "place": "\(diagnostic.file.displayedInline()):\(diagnostic.line):\(diagnostic.column)",
            "message": diagnostic.message, "excerpt": excerpt,
            "anchor": (1...max(lineCount, 1)).contains(diagnostic.line) && lineCount > 0 ? line : nil,
        ])
    }
}
