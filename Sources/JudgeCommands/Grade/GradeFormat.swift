import ArgumentParser
import Reporting
import Repository

/// The forms in which the results of a repository are had.
enum GradeFormat: String, CommandFormat {
    case text, json, markdown, junit, tap, sarif, github, gitlab

    /// The results in this form.
    func text(of table: GradeTable, version: String, style: TextStyle) throws -> String {
        switch self {
        case .text: table.text(style: style)
        case .json: try table.json()
        case .markdown: table.markdown()
        case .junit: JUnitReport.text(of: table.reports)
        case .tap: TAPReport.text(of: table.reports)
        case .sarif: try SARIFReport.text(of: table.reports, version: version)
        case .github: GitHubReport.text(of: table.reports, log: table.text(style: .plain))
        case .gitlab: try GitLabReport.text(of: table.reports)
        }
    }
}
