/// The life of a submission as a value: what may follow what, without clocks, files or concurrency.
///
/// ```
/// queued ──▶ compiling ──▶ running ──▶ measuring ──▶ graded
///    ▲           │             │            │
///    └───────────┴─ requeue ───┴────────────┘        any of them ──▶ failed
/// ```
public struct SubmissionState: Sendable, Equatable {
    /// Where a submission stands.
    public enum Phase: String, Codable, Sendable, CaseIterable {
        case queued, compiling, running, measuring, graded, failed
    }

    /// What can happen to it.
    public enum Event: Sendable, Equatable {
        /// A grader has taken it up.
        case start
        /// Compilation succeeded; its cases run next.
        case compiled
        /// All cases were accepted, and its growth is measured next.
        case measure
        /// There is a verdict.
        case grade(Verdict)
        /// Whoever graded it is gone; it waits again.
        case requeue
        /// The judge gave up on it, for the reason given.
        case fail(String)
    }

    /// Where it stands.
    public private(set) var phase: Phase = .queued
    /// The verdict, once there is one.
    public private(set) var verdict: Verdict?
    /// Why the judge gave up, if it did.
    public private(set) var reason: String?

    /// A submission that waits to be graded.
    public init() {}

    /// A submission as it was kept.
    public init(phase: Phase, verdict: Verdict?, reason: String?) {
        self.phase = phase
        self.verdict = verdict
        self.reason = reason
    }

    /// Whether nothing more can happen to it.
    public var isTerminal: Bool { phase == .graded || phase == .failed }

    /// Applies `event`, or returns `false` and stays as it is when it cannot happen now.
    @discardableResult
    public mutating func apply(_ event: Event) -> Bool {
        switch (phase, event) {
        case (.queued, .start): phase = .compiling
        case (.compiling, .compiled): phase = .running
        case (.running, .measure): phase = .measuring
        case (.compiling, .grade(let verdict)), (.running, .grade(let verdict)), (.measuring, .grade(let verdict)):
            phase = .graded
            self.verdict = verdict
        case (.compiling, .requeue), (.running, .requeue), (.measuring, .requeue): phase = .queued
        case (.queued, .fail(let reason)), (.compiling, .fail(let reason)), (.running, .fail(let reason)),
            (.measuring, .fail(let reason)):
            phase = .failed
            verdict = .judgeError
            self.reason = reason
        default: return false
        }
        return true
    }
}
