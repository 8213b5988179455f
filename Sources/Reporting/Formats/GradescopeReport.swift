import JudgeCore

/// A report as the `results.json` of a Gradescope autograder.
package enum GradescopeReport {
    private struct Results: Encodable {
        struct Test: Encodable {
            let name: String
            let number: String
            let status: String
            let score: Double?
            let max_score: Double?
            let output: String
            let output_format: String
            let visibility: String
        }
        let score: Double
        let execution_time: Double
        let output: String
        let output_format: String
        let stdout_visibility: String
        let tests: [Test]
    }

    /// The document. The submission earns the points of its challenge out of 100, or where that gives none, 100 when it is
    /// accepted and 0 when it is not; Gradescope scales the sum to what the assignment is worth when it is set to 100.
    package static func text(of report: Report, limits: Limits) throws -> String {
        let items = report.items(limits: limits).filter { $0.outcome != .skipped }
        let tests = items.enumerated().map { index, item in
            Results.Test(
                name: "\(item.group)/\(item.name)", number: "\(index + 1)",
                status: item.outcome == .passed ? "passed" : "failed", score: nil, max_score: nil,
                output: item.text.joined(separator: "\n"), output_format: "text", visibility: "visible")
        }
        return try JSONText.encode(
            Results(
                score: 100 * report.share, execution_time: report.seconds,
                output: TextReport.text(of: report, limits: limits, style: .plain),
                output_format: "text", stdout_visibility: "hidden", tests: tests))
    }
}
