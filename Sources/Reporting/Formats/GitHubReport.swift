import Foundation
import JudgeCore

/// A report for the log of a GitHub Actions job: annotations at the source's lines, then the text report, in which nothing is
/// a command.
package enum GitHubReport {
    /// GitHub shows so many annotations of a kind for each step.
    private static let most = 10

    /// The lines for standard output.
    ///
    /// - Parameter path: the submission's file, from the root of the repository.
    package static func text(of report: Report, limits: Limits, path: String) -> String {
        let findings = report.findings(limits: limits)
        let shown = findings.count > most ? most - 1 : findings.count
        var lines = findings.prefix(shown).map { finding in
            annotation(finding.level, path, finding.line, finding.column, finding.rule, finding.text)
        }
        if shown < findings.count {
            lines.append(
                annotation(
                    findings[shown].level, path, 1, 1, report.verdict.rawValue,
                    "and \(findings.count - shown) more, in the log"))
        }
        if findings.isEmpty {
            lines.append("::notice file=\(property(path)),title=\(report.verdict.rawValue)::\(data(summary(report)))")
        }
        // Nobody can foresee the word that turns commands on again.
        let token = UUID().uuidString
        let text = TextReport.text(of: report, limits: limits, style: .plain)
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
