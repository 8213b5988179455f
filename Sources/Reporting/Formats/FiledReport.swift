import JudgeCore

/// A report with what forms that name places in sources need to know besides.
package struct FiledReport: Sendable {
    /// The report.
    package let report: Report
    /// What each case was allowed.
    package let limits: Limits
    /// Where the submission's file is, from the root of its repository.
    package let path: String

    /// A report with its limits and its place.
    package init(_ report: Report, limits: Limits, path: String) {
        self.report = report
        self.limits = limits
        self.path = path
    }
}
