import JudgeCore

/// A report as an Exercism test runner's `results.json`, version 3.
package enum ExercismReport {
    private struct Results: Encodable {
        struct Test: Encodable {
            let name: String
            let status: String
            let message: String?
            let output: String?
            let test_code: String
        }
        let version: Int
        let status: String
        let message: String?
        let tests: [Test]
    }

    /// The document. A test's output is cut after 500 characters, as the interface asks; what does not compile, or could not
    /// be judged, is an `error` without tests.
    package static func text(of report: Report, limits: Limits) throws -> String {
        let items = report.items(limits: limits)
        if report.verdict == .compileError || report.verdict == .judgeError {
            let text = items.first { $0.failure == report.verdict }?.text ?? []
            return try JSONText.encode(
                Results(version: 3, status: "error", message: text.joined(separator: "\n"), tests: []))
        }
        let tests = items.filter { $0.outcome != .skipped && $0.group != "compile" }.map { item in
            let fails = item.outcome != .passed
            let printed = item.lines.joined(separator: "\n")
            return Results.Test(
                name: "\(item.group)/\(item.name)", status: fails ? "fail" : "pass",
                message: fails ? item.text.joined(separator: "\n") : nil,
                output: printed.isEmpty ? nil : printed.count > 500 ? printed.prefix(499) + "…" : printed,
                test_code: item.isPublic
                    ? "judge test \(report.submission.file)" : "judge submit \(report.submission.file)"
            )
        }
        return try JSONText.encode(
            Results(version: 3, status: report.verdict == .accepted ? "pass" : "fail", message: nil, tests: tests))
    }
}
