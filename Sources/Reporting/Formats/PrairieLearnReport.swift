import Foundation
import JudgeCore

/// A report as the `results.json` of a PrairieLearn external grader.
package enum PrairieLearnReport {
    private struct Results: Encodable {
        struct Test: Encodable {
            let name: String
            let points: Double
            let max_points: Double
            let message: String
            let output: String
        }
        struct Image: Encodable {
            let label: String
            let url: String
        }
        let gradable: Bool
        let score: Double
        let message: String
        let output: String
        let tests: [Test]
        let images: [Image]
        let format_errors: [String]?
    }

    /// The document, with the plot of growth as an image. What does not compile is not gradable, and costs no attempt.
    package static func text(of report: Report, limits: Limits) throws -> String {
        let items = report.items(limits: limits)
        let compiles = report.verdict != .compileError
        let tests = items.filter { $0.outcome != .skipped && $0.group != "compile" }.map { item in
            let passes = item.outcome == .passed
            return Results.Test(
                name: "\(item.group)/\(item.name)", points: passes ? 1 : 0, max_points: 1,
                message: item.message ?? "", output: item.lines.joined(separator: "\n"))
        }
        let images = report.complexity.map { _ in
            let svg = Data(GrowthSVG.text(of: report).utf8).base64EncodedString()
            return [Results.Image(label: "Growth", url: "data:image/svg+xml;base64,\(svg)")]
        }
        return try JSONText.encode(
            Results(
                gradable: compiles && report.verdict != .judgeError, score: report.share,
                message: report.message.map { $0.displayedInline(limit: 1000) } ?? report.verdict.rawValue,
                output: TextReport.text(of: report, limits: limits, style: .plain),
                tests: compiles ? tests : [], images: images ?? [],
                format_errors: compiles ? nil : items.first { $0.group == "compile" }?.text))
    }
}
