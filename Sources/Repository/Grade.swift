import JudgeCore
import Registry
import Reporting

/// One person's standing in one challenge after a look at a repository.
package struct Grade: Sendable {
    /// What became of the source that lies there.
    package enum Outcome: Sendable {
        /// It was graded now.
        case graded(Report)
        /// The same source was graded before.
        case kept(Report)
        /// It is as it was at the base that is compared with; with its verdict, where that is known.
        case unchanged(Verdict?)
        /// It was not graded, and why: it is no source, or there are no attempts left.
        case refused(String)
        /// The judge failed.
        case failed(String)
        /// There is no file.
        case missing
    }

    package let user: String?
    package let challenge: String
    /// From the repository's folder; `nil` where there is no file.
    package let path: String?
    package let outcome: Outcome
    /// The assignment's name.
    package let assignment: String?
    /// Whether it is a failure where it is not accepted.
    package let isRequired: Bool
    /// The days that had begun since the deadline when it was handed in.
    package var daysLate = 0
    /// What this source earns of 100, and the best of all sources of this person, after deadlines; `nil`: not known.
    package var points: Double?
    package var best: Double?
    /// How many sources were graded, and how many may be.
    package var attempts = 0
    package var attemptsAllowed: Int?

    /// A grade of its parts.
    package init(
        user: String?, challenge: String, path: String?, outcome: Outcome, assignment: String?, isRequired: Bool
    ) {
        self.user = user
        self.challenge = challenge
        self.path = path
        self.outcome = outcome
        self.assignment = assignment
        self.isRequired = isRequired
    }

    /// The report, where there is one.
    package var report: Report? {
        switch outcome {
        case .graded(let report), .kept(let report): report
        case .unchanged, .refused, .failed, .missing: nil
        }
    }

    /// What it was judged to be, where that is known.
    package var verdict: Verdict? {
        if case .unchanged(let verdict) = outcome { return verdict }
        return report?.verdict
    }

    /// Whether it is a reason for the whole to fail: looked at, required, and not accepted.
    package var isFailure: Bool {
        switch outcome {
        case .graded(let report), .kept(let report): isRequired && report.verdict != .accepted
        case .refused: isRequired
        case .unchanged, .failed, .missing: false
        }
    }

    /// The verdict, or what stands for one.
    var word: String {
        switch outcome {
        case .graded(let report), .kept(let report):
            report.isPublicOnly && report.verdict == .accepted ? "samples accepted" : report.verdict.rawValue
        case .unchanged(let verdict): verdict?.rawValue ?? "not graded"
        case .refused: "refused"
        case .failed: Verdict.judgeError.rawValue
        case .missing: "missing"
        }
    }

    /// What there is to say besides, in a few words.
    var note: String {
        var notes: [String] = []
        if daysLate > 0 { notes.append("\(Figures.count(daysLate, "day")) late") }
        if let best, best > (points ?? 0) { notes.append("best \(Figures.points(best))") }
        if let attemptsAllowed, attempts > 0 { notes.append("attempt \(attempts) of \(attemptsAllowed)") }
        switch outcome {
        case .kept: notes.append("graded before")
        case .unchanged(let verdict): notes.append(verdict == nil ? "unchanged, never graded here" : "unchanged")
        case .graded, .refused, .failed, .missing: break
        }
        if report?.isPublicOnly == true { notes.append("public samples only") }
        if !isRequired, report != nil { notes.append("bonus") }
        return notes.joined(separator: ", ")
    }

    /// Why it is not accepted, in a sentence; `nil` where it is, or nobody has looked.
    var reason: String? {
        switch outcome {
        case .graded(let report), .kept(let report): Self.reason(report)
        case .refused(let why), .failed(let why): why
        case .unchanged, .missing: nil
        }
    }

    private static func reason(_ report: Report) -> String? {
        if report.verdict == .accepted { return nil }
        if let failure = report.firstFailure {
            let name = "\(TextReport.shortName(of: failure.group))/\(failure.result.name)"
            return name + ": " + (failure.result.message ?? failure.result.verdict.rawValue)
        }
        if let error = report.compile.diagnostics.first(where: { $0.severity == .error }) {
            return "line \(error.line): \(error.message)"
        }
        return report.message ?? report.verdict.rawValue
    }
}
