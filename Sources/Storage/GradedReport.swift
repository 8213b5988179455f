import Foundation
package import JudgeCore

/// A report on its way into the database.
package struct GradedReport: Sendable {
    /// The verdict on the whole.
    package let verdict: Verdict
    /// The report as `judge-report/1`.
    package let json: String
    /// Work for each unit of its bound, at the largest sizes measured; `nil` where growth was not measured.
    package let work: Double?
    /// Bytes for each unit of the bound on space, likewise.
    package let space: Double?
    /// Makes the news of it, as JSON, where there is somebody to be told.
    package let news: (@Sendable () -> String)?

    /// The report, its form in JSON, and what webhooks are told.
    package init(_ report: Report, json: String, news: (@Sendable () -> String)? = nil) {
        verdict = report.verdict
        self.json = json
        work = report.complexity?.time.constant
        space = report.complexity?.space.constant
        self.news = news
    }
}

extension ResourceGrowth {
    /// The geometric mean, over the variables, of what was measured at the top of each ladder by what the bound is there.
    fileprivate var constant: Double? {
        let ratios = variables.compactMap { variable in
            variable.points.last { $0.bound > 0 && $0.value > 0 }.map { Double($0.value) / $0.bound }
        }
        guard !ratios.isEmpty else { return nil }
        return exp(ratios.reduce(0) { $0 + log($1) } / Double(ratios.count))
    }
}
