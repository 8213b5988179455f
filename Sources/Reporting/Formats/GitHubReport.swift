import Foundation
import JudgeCore

/// Reports for the log of a GitHub Actions job: annotations at the sources' lines, then a text, in which nothing is a command.
package enum GitHubReport {
    /// GitHub shows so many annotations of a kind for each step.
    private static let most = 10

    /// The lines for standard output: those on errors first.
    ///
    /// - Parameter log: what follows the annotations; a report of its own where there is one alone.
    package static func text(of reports: [FiledReport], log text: String) -> String {
        let all = reports.flatMap { filed in
            filed.report.findings(limits: filed.limits).map { (finding: $0, path: filed.path) }
        }
        let findings = all.filter { $0.finding.level == .error } + all.filter { $0.finding.level == .warning }
        let shown = findings.count > most ? most - 1 : findings.count
        var lines = findings.prefix(shown).map { finding, path in
            annotation(finding.level, path, finding.line, finding.column, finding.rule, finding.text)
        }
        if shown < findings.count {
            let (next, path) = findings[shown]
            lines.append(
                annotation(next.level, path, 1, 1, next.rule, "and \(findings.count - shown) more, in the log"))
        }
        if findings.isEmpty {
            lines += reports.prefix(most).map { filed in
                let title = filed.report.verdict.rawValue
                return "::notice file=\(property(filed.path)),title=\(title)::\(data(summary(filed.report)))"
            }
        }
        // Nobody can foresee the word that turns commands on again.
        let token = UUID().uuidString
        return (lines + ["::stop-commands::\(token)", text + "::\(token)::"]).joined(separator: "\n") + "\n"
    }

    private static func summary(_ report: Report) -> String {
        "\(report.submission.challenge): \(Figures.count(report.groups.total, "case")) accepted"
    }

    private static func annotation(
        _ level: ReportFinding.Level, _ path: String, _ line: Int, _ column: Int, _ title: String, _ text: String
    ) -> String {
        "::\(level.rawValue) file=\(property(path)),line=\(line),col=\(column),title=\(property(title))::\(data(text))"
    }

    private static func data(_ text: String) -> String {
        text.displayedLines.joined(separator: "\n").replacing("%", with: "%25").replacing("\r", with: "%0D").replacing(
            "\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
