package import JudgeCore
internal import Reporting

/// `/submissions/{id}`: one submission, from its place in the queue to its report.
package struct SubmissionPage: Sendable {
    /// What became of it so far.
    package enum Stage: Sendable, Equatable {
        /// It waits; so many are taken up before it, where that is known.
        case waiting(ahead: Int?)
        /// A grader has it, and does this right now, where that is known.
        case grading(SubmissionState.Phase, GradingProgress?)
        /// There is a report.
        case graded(Report)
        /// It was graded long ago, and its report is kept elsewhere.
        case archived(Verdict)
        /// The judge gave up on it, for this reason.
        case failed(String)
    }

    /// What every page knows.
    package var context: PageContext
    /// The submission's identifier.
    package var id: String
    /// The challenge's slug.
    package var challenge: String
    /// The challenge's name.
    package var challengeName: String
    /// The file's own name.
    package var file: String
    /// Who sent it, where the reader may be somebody else.
    package var author: String?
    /// When it was sent, ISO 8601 in UTC.
    package var submittedAt: String
    /// What each case may use.
    package var limits: Limits
    /// What became of it so far.
    package var stage: Stage
    /// The source; `nil` for readers who may not see it.
    package var source: String?
    /// Whether the reader may have it graded once more.
    package var mayRejudge: Bool

    /// After how many seconds a browser without scripts looks again.
    static let refreshSeconds = 3

    /// A page of its parts.
    package init(
        context: PageContext, id: String, challenge: String, challengeName: String, file: String, author: String? = nil,
        submittedAt: String, limits: Limits, stage: Stage, source: String? = nil, mayRejudge: Bool = false
    ) {
        self.context = context
        self.id = id
        self.challenge = challenge
        self.challengeName = challengeName
        self.file = file
        self.author = author
        self.submittedAt = submittedAt
        self.limits = limits
        self.stage = stage
        self.source = source
        self.mayRejudge = mayRejudge
    }

    /// The page as HTML.
    package func html() -> String {
        let listing = source.map { SourceListing($0) }
        let main = Template.submission.render([
            "challenge": challenge, "challengeName": challengeName.displayedInline(), "file": file.displayedInline(),
            "author": author?.displayedInline(limit: 60), "sentHTML": TimeMarkup.element(submittedAt),
            "statusHTML": status(lineCount: listing?.lineCount ?? 0),
            "sourceHTML": listing?.markup, "rejudgeID": mayRejudge && !isLive ? id : nil, "csrf": context.csrf,
        ])
        return Layout.page(
            "\(badge.words), \(challengeName)", context, refreshSeconds: isLive ? Self.refreshSeconds : nil, main)
    }

    /// What is done with a submission that has no verdict yet, in one line. The event stream that the page listens to,
    /// `/submissions/{id}/events`, sends the same words as the data of events named `status`, and an event named `done`
    /// once there is more to see on a page loaded anew.
    package static func statusLine(of stage: Stage) -> String {
        switch stage {
        case .waiting(.none): "Waiting to be graded."
        case .waiting(.some(...0)): "Waiting to be graded: it is next."
        case .waiting(.some(let ahead)): "Waiting to be graded: \(Figures.count(ahead, "submission")) before it."
        case .grading(let phase, nil): "\(phase.rawValue.prefix(1).uppercased() + phase.rawValue.dropFirst())."
        case .grading(_, .preparing(let what)): "Preparing the challenge: \(what.displayedInline())."
        case .grading(_, .compiling): "Compiling."
        case .grading(_, .running(let index, let total, _)): "Running: case \(index) of \(total)."
        case .grading(_, .measuring(let index, let total, let variable)):
            "Measuring growth along \(variable.displayedInline(limit: 40)): run \(index) of \(total)."
        case .grading(_, .graded), .graded, .archived, .failed: "Graded."
        }
    }

    private var isLive: Bool {
        switch stage {
        case .waiting, .grading: true
        case .graded, .archived, .failed: false
        }
    }

    private var badge: Badge {
        switch stage {
        case .waiting: Badge(.queued, nil)
        case .grading(let phase, _): Badge(phase, nil)
        case .graded(let report): Badge(report.verdict)
        case .archived(let verdict): Badge(verdict)
        case .failed: Badge(.judgeError)
        }
    }

    private func status(lineCount: Int) -> Markup {
        switch stage {
        case .waiting, .grading:
            Template.waiting.render([
                "id": id, "status": Self.statusLine(of: stage), "refreshSeconds": Self.refreshSeconds,
            ])
        case .graded(let report):
            ReportMarkup(report: report, limits: limits, lineCount: lineCount).markup
        case .archived(let verdict):
            ReportMarkup.outcome(verdict, ["Its source and its report were archived: ask whoever runs this judge."])
        case .failed(let reason):
            ReportMarkup.outcome(.judgeError, [reason, "This says nothing about the submission."])
        }
    }
}
