import JudgeCore
import Testing

@testable import Reporting

@Suite struct DiagnosticTextTests {
    private func text(_ diagnostics: [Diagnostic], _ style: TextStyle = TextStyle(color: false, width: 60)) -> String {
        let report = Reports.report(.compileError, [], compile: CompileReport(seconds: 0.9, diagnostics: diagnostics))
        return TextReport.text(of: report, limits: Reports.limits, style: style)
    }

    private func diagnostic(_ column: Int, _ source: String, line: Int = 3, message: String = "here") -> Diagnostic {
        Diagnostic(
            severity: .error, file: "kmeans.swift", line: line, column: column, message: message, source: source)
    }

    @Test func `messages show place, severity, source line and caret`() {
        let note = Diagnostic(
            severity: .note, file: "kmeans.swift", line: 12, column: 5, message: "'points' declared here",
            source: "let points = 1")
        let bare = Diagnostic(severity: .warning, file: "kmeans.swift", line: 0, column: 0, message: "no source line")
        #expect(
            text([diagnostic(9, "    let n = pionts.count", message: "cannot find 'pionts' in scope"), note, bare])
                == """
                compile-error  kmeans  kmeans.swift                    4.1 s

                  kmeans.swift:3:9: error: cannot find 'pionts' in scope
                     3 │     let n = pionts.count
                       │         ^

                  kmeans.swift:12:5: note: 'points' declared here
                    12 │ let points = 1
                       │     ^

                  kmeans.swift:0:0: warning: no source line

                  sandbox  full (namespaces, cgroup-v2, seccomp, landlock,
                           rlimits)
                  built    swift 6.3.1 in 0.90 s, 1 warning      seed 7f3a
                           judge 0.1.0

                """)
    }

    /// The source line and its caret line, without the margin.
    private func place(_ column: Int, _ source: String, width: Int = 60) -> [String] {
        let lines = text([diagnostic(column, source)], TextStyle(color: false, width: width)).split(separator: "\n")
        return lines.filter { $0.contains("│") }.map { String($0.split(separator: "│", maxSplits: 1)[1].dropFirst()) }
    }

    @Test func `the caret stands under its place behind tabs, wide characters, marks and controls`() {
        #expect(place(2, "\tlet x") == ["    let x", "    ^"])
        #expect(place(4, "a\t\tb") == ["a       b", "        ^"])
        // Two characters of three bytes and two columns each.
        #expect(place(7, "日本x") == ["日本x", "    ^"])
        #expect(place(3, "éx") == ["éx", " ^"])
        // e, a combining accent of two bytes, and x.
        #expect(place(4, "e\u{301}x") == ["e\u{301}x", " ^"])
        #expect(place(2, "\u{1B}x") == ["\\u{1B}x", "      ^"])
        #expect(place(5, "👍x") == ["👍x", "  ^"])
        // Within a character of three bytes: its start.
        #expect(place(3, "日x") == ["日x", "^"])
    }

    @Test func `the caret stands behind the line when its column does, and at its start for no column`() {
        #expect(place(4, "abc") == ["abc", "   ^"])
        #expect(place(999, "abc") == ["abc", "   ^"])
        #expect(place(0, "abc") == ["abc", "^"])
        #expect(place(1, "") == ["", "^"])
    }

    @Test func `a line wider than the page is cut around the caret`() {
        let source = (0..<80).map { "\($0 % 10)" }.joined()
        #expect(place(41, source, width: 40) == ["…12345678901234567890123456789…", "          ^"])
        #expect(place(1, source, width: 40) == ["012345678901234567890123456789…", "^"])
        #expect(place(81, source, width: 40).last == Page.spaces(31) + "^")
    }

    @Test func `at most fifty messages are shown, then how many more there are`() {
        let many = (1...53).map { diagnostic(1, "x", line: $0) }
        let shown = text(many)
        #expect(shown.contains("kmeans.swift:50:1: error: here"))
        #expect(!shown.contains("kmeans.swift:51:1"))
        #expect(shown.contains("\n\n  … and 3 more\n\n"))
    }

    @Test func `what a compiler quotes from a submission is escaped and stays indented`() {
        let hostile = diagnostic(1, "x\u{1B}[31m\u{202E}", message: "bad\naccepted\u{1B}[2J")
        let shown = text([hostile])
        #expect(
            shown.contains("  kmeans.swift:3:1: error: bad\n    accepted\\u{1B}[2J\n    3 │ x\\u{1B}[31m\\u{202E}\n"))
    }

    @Test func `warnings are shown in full when only public cases ran`() {
        let warning = Diagnostic(severity: .warning, file: "a.swift", line: 1, column: 1, message: "never used")
        let group = GroupReport(name: "sample", total: 1, cases: [Reports.passed("one")])
        let report = Reports.report(
            .accepted, [group], compile: CompileReport(seconds: 0.9, diagnostics: [warning]))
        #expect(Reports.text(report).contains("  a.swift:1:1: warning: never used\n"))
    }
}
