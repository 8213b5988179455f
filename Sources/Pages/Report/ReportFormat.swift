internal import Foundation
package import JudgeCore
package import Reporting

/// The forms in which a report is had.
package enum ReportFormat: String, CaseIterable, Sendable {
    /// For people at a terminal.
    case text
    /// `judge-report/1`.
    case json
    case markdown
    /// A page of its own.
    case html
    case junit
    case tap
    case sarif
    /// Annotations in the log of GitHub Actions.
    case github
    /// GitLab's Code Quality.
    case gitlab
    case gradescope
    case exercism
    case prairielearn

    /// Its `Content-Type`.
    package var mediaType: String {
        switch self {
        case .text, .github, .tap: "text/plain; charset=utf-8"
        case .json, .gitlab, .gradescope, .exercism, .prairielearn: "application/json"
        case .sarif: "application/sarif+json"
        case .markdown: "text/markdown; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .junit: "application/xml"
        }
    }

    /// The report in this form.
    ///
    /// - Parameters:
    ///   - limits: what each case was allowed.
    ///   - path: where the submission's file is, from the root of its repository; forms with places in sources name it.
    ///   - style: colour and width, for ``text``.
    /// - Throws: what encoding throws, which a report gives no reason for.
    package func text(of report: Report, limits: Limits, path: String, style: TextStyle) throws -> String {
        let filed = [FiledReport(report, limits: limits, path: path)]
        return switch self {
        case .text: TextReport.text(of: report, limits: limits, style: style)
        case .json: try JSONReport.text(of: report)
        case .markdown: MarkdownReport.text(of: report, limits: limits)
        case .html: ReportDocument.html(of: report, limits: limits)
        case .junit: JUnitReport.text(of: filed)
        case .tap: TAPReport.text(of: filed)
        case .sarif: try SARIFReport.text(of: filed, version: report.judge)
        case .github:
            GitHubReport.text(of: filed, log: TextReport.text(of: report, limits: limits, style: .plain))
        case .gitlab: try GitLabReport.text(of: filed)
        case .gradescope: try GradescopeReport.text(of: report, limits: limits)
        case .exercism: try ExercismReport.text(of: report, limits: limits)
        case .prairielearn: try PrairieLearnReport.text(of: report, limits: limits)
        }
    }
}
