import Foundation
import JudgeCore

/// A report as JUnit's XML, as GitLab, Jenkins and the actions of GitHub read it: a suite for the submission, a test for
/// everything that was tried, with what is wrong in the element's body and its names unique.
package enum JUnitReport {
    /// The document.
    ///
    /// - Parameter path: where the submission's file is, as it was named.
    package static func text(of report: Report, limits: Limits, path: String) -> String {
        let items = report.items(limits: limits)
        let failures = items.count { $0.failure != nil }
        let skipped = items.count { $0.outcome == .skipped }
        let counts =
            "tests=\"\(items.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\" "
            + "time=\"\(seconds(report.seconds))\""
        let challenge = escaped(report.submission.challenge)
        let properties = [
            ("verdict", report.verdict.rawValue), ("sandbox", report.sandbox.level.rawValue),
            ("toolchain", report.toolchain), ("judge", report.judge), ("seed", report.seed),
            ("sha256", report.submission.sha256),
        ]
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites name=\"judge\" \(counts)>",
            "  <testsuite name=\"\(challenge)\" \(counts) timestamp=\"\(escaped(report.submission.submittedAt))\">",
            "    <properties>",
        ]
        lines += properties.map { "      <property name=\"\($0)\" value=\"\(escaped($1))\"/>" }
        lines.append("    </properties>")
        for item in items {
            let start =
                "    <testcase classname=\"\(challenge).\(escaped(item.group))\" name=\"\(escaped(item.name))\" "
                + "time=\"\(seconds(item.seconds))\" file=\"\(escaped(path))\""
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
        return (lines + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String {
        WorkflowCommands.disarmedLine(text.displayedInline(limit: 1000)).escapedForMarkup
    }

    private static func seconds(_ value: Double) -> String { String(format: "%.3f", value.isFinite ? value : 0) }
}
