internal import JudgeCore
internal import Reporting

/// A report as one page that needs nothing else: no server, no script, no other file.
enum ReportDocument {
    static func html(of report: Report, limits: Limits) -> String {
        let summary = report.submission
        return Template.document.render([
            "title": "\(Badge(report.verdict).words), \(summary.challenge.displayedInline())",
            "challenge": summary.challenge.displayedInline(), "file": summary.file.displayedInline(),
            "author": summary.author?.displayedInline(limit: 60), "sentHTML": TimeMarkup.element(summary.submittedAt),
            "styleHTML": Markup(trusted: Asset.stylesheet.text),
            "reportHTML": ReportMarkup(report: report, limits: limits, lineCount: 0).markup, "version": report.judge,
        ]).html
    }
}
