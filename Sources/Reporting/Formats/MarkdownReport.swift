import JudgeCore

/// A report in Markdown, for a step summary, a comment on a pull request or a wiki. What a submission or a package said
/// stands in code alone, where no mention, link or HTML means anything.
package enum MarkdownReport {
    /// The most characters of the text report and of the plots; a step summary takes 1 MiB in all.
    private static let limit = 200_000

    /// The document: the verdict, a table, and the report and the plots of growth to be unfolded.
    package static func text(of report: Report, limits: Limits) -> String {
        let summary = report.submission
        let mark = report.verdict == .accepted ? "✅" : report.verdict == .judgeError ? "⚠️" : "❌"
        var lines = ["### \(mark) \(report.verdict.rawValue): \(code(summary.challenge)) \(code(summary.file))", ""]
        var rows: [(String, String)] = []
        if let author = summary.author { rows.append(("by", code(author))) }
        for (title, groups) in [("public cases", report.publicGroups), ("hidden cases", report.hiddenGroups)] {
            if groups.total > 0 { rows.append((title, "\(groups.passed) of \(groups.total)")) }
        }
        if let score = report.score { rows.append(("points", Figures.points(score))) }
        if let bugs = report.plantedBugs { rows.append(("bugs", TextReport.words(of: bugs))) }
        if let complexity = report.complexity {
            for resource in MeasuredResource.allCases {
                let growth = resource.growth(in: complexity)
                let asked = growth.bound.isEmpty ? "" : ", asked \(code(growth.bound))"
                let grown = growth.variables.map { "\(code($0.displayedName)) \(code($0.displayedClass))" }
                rows.append(
                    (
                        "growth of \(resource.rawValue)",
                        ([growth.verdict.rawValue + asked] + grown).joined(separator: "<br>")
                    ))
            }
        }
        lines += ["| | |", "|---|---|"] + rows.map { "| \($0.0) | \($0.1) |" } + [""]
        let style = TextStyle.plain
        lines += folded("Report", TextReport.text(of: report, limits: limits, style: style))
        if let complexity = report.complexity {
            let plots = GrowthPlot.text(of: complexity, style: style)
            if !plots.isEmpty { lines += folded("How work and memory grow", plots) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text to be unfolded under a title, at most ``limit`` characters of it.
    package static func folded(_ title: String, _ text: String) -> [String] {
        let text = text.count > limit ? text.prefix(limit) + "\n…" : text
        let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
        return ["<details><summary>\(title)</summary>", "", "\(fence)text", text, fence, "", "</details>", ""]
    }

    /// Text as code within a table's cell, where a bar would end it even so.
    package static func code(_ text: String) -> String {
        let shown = text.displayedInline().replacing("|", with: "\\|")
        guard shown.contains("`") else { return "`\(shown)`" }
        let fence = String(repeating: "`", count: longestRun(in: shown) + 1)
        return "\(fence) \(shown) \(fence)"
    }

    private static func longestRun(in text: String) -> Int {
        var longest = 0
        var run = 0
        for character in text.unicodeScalars {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
