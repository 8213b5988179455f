import JudgeCore

/// Something to say at a place of the source: a message of the compiler, or, at its first line, a test that failed.
struct ReportFinding {
    enum Level: String {
        case error, warning
    }

    /// A verdict, or `compile-warning`.
    let rule: String
    let level: Level
    /// What it is about: a group and a case, a resource, or nothing where it is the compiler's.
    let subject: String?
    let message: String
    /// From 1.
    let line: Int
    /// In bytes, from 1.
    let column: Int

    /// The subject and the message, in one line.
    var text: String { (subject.map { "\($0): " } ?? "") + message }
}

extension Report {
    /// What there is to say at places of the source, errors first.
    func findings(limits: Limits) -> [ReportFinding] {
        var findings = compile.diagnostics.filter { $0.severity != .note }.map { diagnostic in
            let fails = diagnostic.severity == .error
            return ReportFinding(
                rule: fails ? Verdict.compileError.rawValue : "compile-warning", level: fails ? .error : .warning,
                subject: nil, message: diagnostic.message.displayedInline(limit: 1000), line: max(diagnostic.line, 1),
                column: max(diagnostic.column, 1))
        }
        let saysWhy = findings.contains { $0.level == .error }
        for item in items(limits: limits) {
            guard let verdict = item.failure, verdict != .compileError || !saysWhy else { continue }
            let said = item.message ?? verdict.rawValue
            let hint = item.hint.map { "\(said.hasSuffix(".") ? "" : ".") Hint: \($0)" } ?? ""
            findings.append(
                ReportFinding(
                    rule: verdict.rawValue, level: .error, subject: "\(item.group)/\(item.name)",
                    message: said + hint, line: 1, column: 1))
        }
        return findings.filter { $0.level == .error } + findings.filter { $0.level == .warning }
    }
}
