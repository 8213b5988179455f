import JudgeCore
import Reporting

/// What came of a look at a repository, as one table.
package struct GradeTable: Sendable {
    /// By person and challenge.
    package let grades: [Grade]

    /// A table of these grades.
    package init(_ grades: [Grade]) { self.grades = grades }

    private var namesUsers: Bool { grades.contains { $0.user != nil } }

    /// One line on the whole.
    package var summary: String {
        func count(_ isMeant: (Grade) -> Bool) -> Int { grades.count(where: isMeant) }
        let graded = count { if case .graded = $0.outcome { true } else { false } }
        let kept = count { if case .kept = $0.outcome { true } else { false } }
        let judged = graded + kept
        let accepted = count { $0.report?.verdict == .accepted }
        var parts = ["\(accepted) of \(judged) accepted (\(graded) graded now, \(kept) before)"]
        let rest: [(String, (Grade) -> Bool)] = [
            ("unchanged", { if case .unchanged = $0.outcome { true } else { false } }),
            ("refused", { if case .refused = $0.outcome { true } else { false } }),
            ("missing", { if case .missing = $0.outcome { true } else { false } }),
            ("failed by the judge itself", { if case .failed = $0.outcome { true } else { false } }),
        ]
        parts += rest.filter { count($0.1) > 0 }.map { "\(count($0.1)) \($0.0)" }
        let failures = count(\.isFailure)
        if failures > 0 { parts.append("\(failures) required and not accepted") }
        return parts.joined(separator: ", ")
    }

    /// For a terminal: a row for each, then why each that is not accepted is not, and a line that sums up.
    package func text(style: TextStyle) -> String {
        let people: [Table.Column] = namesUsers ? [.init("USER", style: .bold)] : []
        var table = Table(
            people + [
                .init("CHALLENGE"), .init("VERDICT"), .init("POINTS", alignment: .right), .init("NOTE", shrinks: true),
            ])
        for grade in grades {
            let user = namesUsers ? [grade.user ?? ""] : []
            table.add(
                user + [grade.challenge, grade.word, grade.points.map(Figures.points) ?? "", grade.note])
        }
        let reasons = grades.compactMap { grade -> String? in
            guard let reason = grade.reason else { return nil }
            let place = grade.path ?? grade.challenge
            return (reason.hasPrefix(place) ? reason : "\(place): \(reason)").displayedInline(limit: 1000)
        }
        let block = reasons.isEmpty ? "" : "\n" + reasons.joined(separator: "\n") + "\n"
        return table.text(style: style) + block + "\n" + summary + "\n"
    }

    /// For a step summary or a comment: the table, and the reports of what was not accepted to be unfolded, as far as they
    /// fit.
    ///
    /// - Parameter limit: the most bytes of the whole.
    package func markdown(limit: Int = 900_000) -> String {
        let mark = grades.contains(where: \.isFailure) ? "❌" : "✅"
        let titles = (namesUsers ? ["user"] : []) + ["challenge", "verdict", "points", "note"]
        var head = ["### \(mark) \(summary)", "", "| \(titles.joined(separator: " | ")) |"]
        head.append("|" + titles.map { $0 == "points" ? "---:|" : "---|" }.joined())
        var text = head.joined(separator: "\n") + "\n"
        // Some room stays for the line that says what was left out.
        func fits(_ more: String) -> Bool { text.utf8.count + more.utf8.count + 200 <= limit }
        var left = 0
        for grade in grades {
            let words = [grade.note, grade.reason ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
            let cells =
                (namesUsers ? [grade.user.map(MarkdownReport.code) ?? ""] : [])
                + [
                    MarkdownReport.code(grade.challenge), grade.word, grade.points.map(Figures.points) ?? "",
                    words.isEmpty ? "" : MarkdownReport.code(words),
                ]
            let row = "| \(cells.joined(separator: " | ")) |\n"
            if fits(row) { text += row } else { left += 1 }
        }
        text += "\n"
        for grade in grades {
            guard let report = grade.report, report.verdict != .accepted, let limits = report.limits else { continue }
            let title = ([grade.user].compactMap(\.self) + [grade.challenge, report.verdict.rawValue])
                .joined(separator: " ").displayedInline().escapedForMarkup
            let plots = report.complexity.map { GrowthPlot.text(of: $0, style: .plain) } ?? ""
            let shown = TextReport.text(of: report, limits: limits, style: .plain) + (plots.isEmpty ? "" : "\n" + plots)
            let details = MarkdownReport.folded(title, shown).joined(separator: "\n") + "\n"
            if fits(details) { text += details } else { left += 1 }
        }
        if left > 0 { text += "\(left) more did not fit here; the log has all of them.\n" }
        return text
    }

    private struct Document: Encodable {
        struct Row: Encodable {
            let user: String?
            let challenge: String
            let path: String?
            let outcome: String
            let verdict: String?
            let assignment: String?
            let required: Bool
            let days_late: Int
            let points: Double?
            let best: Double?
            let attempts: Int
            let note: String?
            let reason: String?
            let report: Report?
        }
        var schema = "judge-grades/1"
        let failed: Bool
        let grades: [Row]
    }

    /// `judge-grades/1`: the rows with their reports.
    package func json() throws -> String {
        try JSONText.encode(
            Document(
                failed: grades.contains(where: \.isFailure),
                grades: grades.map { grade in
                    Document.Row(
                        user: grade.user, challenge: grade.challenge, path: grade.path, outcome: grade.outcome.name,
                        verdict: grade.verdict?.rawValue, assignment: grade.assignment, required: grade.isRequired,
                        days_late: grade.daysLate, points: grade.points, best: grade.best, attempts: grade.attempts,
                        note: grade.note.isEmpty ? nil : grade.note, reason: grade.reason, report: grade.report)
                }))
    }

    /// The reports with their places, for forms of other programs.
    package var reports: [FiledReport] {
        grades.compactMap { grade in
            guard let report = grade.report, let limits = report.limits, let path = grade.path else { return nil }
            return FiledReport(report, limits: limits, path: path)
        }
    }
}

extension Grade.Outcome {
    /// For other programs.
    fileprivate var name: String {
        switch self {
        case .graded: "graded"
        case .kept: "kept"
        case .unchanged: "unchanged"
        case .refused: "refused"
        case .failed: "failed"
        case .missing: "missing"
        }
    }
}
