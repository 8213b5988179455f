import Foundation
import JudgeCore

/// A report as JUnit's XML, as GitLab, Jenkins and the actions of GitHub read it: a suite for each submission, a test for
/// everything that was tried, with what is wrong in the element's body and its names unique.
package enum JUnitReport {
    /// The document. A suite is named after its challenge; where there are several, after its file.
    package static func text(of reports: [FiledReport]) -> String {
        let items = reports.flatMap { $0.report.items(limits: $0.limits) }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites name=\"judge\" \(counts(items)) time=\"\(seconds(reports.reduce(0) { $0 + $1.report.seconds }))\">",
        ]
        for filed in reports {
            lines += suite(filed, name: escaped(reports.count > 1 ? filed.path : filed.report.submission.challenge))
        }
        return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// What may be counted of all suites: of those skipped, the schema of Jenkins's xunit plugin has a suite alone tell.
    private static func counts(_ items: [ReportItem]) -> String {
        "tests=\"\(items.count)\" failures=\"\(items.count { $0.failure != nil })\" errors=\"0\""
    }

    private static func suite(_ filed: FiledReport, name: String) -> [String] {
        let report = filed.report
        let items = report.items(limits: filed.limits)
        let properties = [
            ("verdict", report.verdict.rawValue), ("sandbox", report.sandbox.level.rawValue),
            ("toolchain", report.toolchain), ("judge", report.judge), ("seed", report.seed),
            ("sha256", report.submission.sha256),
        ]
        let skipped = items.count { $0.outcome == .skipped }
        var lines = [
            "  <testsuite name=\"\(name)\" \(counts(items)) skipped=\"\(skipped)\" time=\"\(seconds(report.seconds))\" "
                + "timestamp=\"\(escaped(report.submission.submittedAt))\">", "    <properties>",
        ]
        lines += properties.map { "      <property name=\"\($0)\" value=\"\(escaped($1))\"/>" }
        lines.append("    </properties>")
        for item in items {
            let start =
                "    <testcase classname=\"\(name).\(escaped(item.group))\" name=\"\(escaped(item.name))\" "
                + "time=\"\(seconds(item.seconds))\" file=\"\(escaped(filed.path))\""
            switch item.outcome {
            case .passed: lines.append(start + "/>")
            case .skipped:
                lines.append(start + ">")
                lines.append("      <skipped message=\"\(escaped(item.message ?? ""))\"/>")
                lines.append("    </testcase>")
            case .failed(let verdict):
                lines.append(start + ">")
                let body = item.text.map { WorkflowCommands.disarmedLine($0).escapedForMarkup }
                lines.append(
                    "      <failure type=\"\(verdict.rawValue)\" message=\"\(escaped(item.message ?? verdict.rawValue))\">"
                        + body.joined(separator: "\n") + "</failure>")
                lines.append("    </testcase>")
            }
        }
        return lines + ["  </testsuite>"]
    }

    private static func escaped(_ text: String) -> String {
        WorkflowCommands.disarmedLine(text.displayedInline(limit: 1000)).escapedForMarkup
    }

    private static func seconds(_ value: Double) -> String { String(format: "%.3f", value.isFinite ? value : 0) }
}
