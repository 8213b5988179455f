import JudgeCore

/// What is wrong with submissions as GitLab's Code Quality shows it in a merge request.
package enum GitLabReport {
    private struct Issue: Encodable {
        struct Location: Encodable {
            struct Lines: Encodable { let begin: Int }
            let path: String
            let lines: Lines
        }
        let description: String
        let check_name: String
        let fingerprint: String
        let severity: String
        let location: Location
    }

    /// The document: an array, empty where nothing is wrong.
    package static func text(of reports: [FiledReport]) throws -> String {
        try JSONText.encode(
            reports.flatMap { filed in
                filed.report.findings(limits: filed.limits).map { issue($0, path: filed.path) }
            })
    }

    private static func issue(_ finding: ReportFinding, path: String) -> Issue {
        Issue(
            description: finding.text, check_name: finding.rule,
            // The same in each run, so that GitLab knows what is new.
            fingerprint: "\(path)\0\(finding.rule)\0\(finding.text)\0\(finding.line):\(finding.column)".fingerprint,
            severity: finding.level == .error ? "major" : "minor",
            location: Issue.Location(path: path, lines: Issue.Location.Lines(begin: finding.line)))
    }
}
