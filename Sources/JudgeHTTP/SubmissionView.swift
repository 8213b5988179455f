import JudgeCore
import Storage

/// A submission as the API shows it.
struct SubmissionView: Encodable {
    struct Progress: Encodable {
        let stage: String
        let index: Int?
        let total: Int?
        let name: String?

        init(_ progress: GradingProgress) {
            switch progress {
            case .preparing(let what): (stage, index, total, name) = ("preparing", nil, nil, what)
            case .compiling: (stage, index, total, name) = ("compiling", nil, nil, nil)
            case .running(let at, let of, let what): (stage, index, total, name) = ("running", at, of, what)
            case .measuring(let at, let of, let what): (stage, index, total, name) = ("measuring", at, of, what)
            case .graded(let verdict): (stage, index, total, name) = ("graded", nil, nil, verdict.rawValue)
            }
        }
    }

    let id: String
    let challenge: String
    let file: String
    let sha256: String
    let author: String?
    let submitted_at: String
    let ended_at: String?
    let phase: String
    let verdict: String?
    let reason: String?
    let attempt: Int
    let ahead: Int?
    let progress: Progress?

    /// - Parameter reason: what its reader may know of why the judge failed.
    init(_ record: SubmissionRecord, reason: String?, progress: GradingProgress? = nil, ahead: Int? = nil) {
        id = record.id
        challenge = record.challenge
        file = record.file
        sha256 = record.sha256
        author = record.user
        submitted_at = record.submittedAt.iso8601
        ended_at = record.endedAt?.iso8601
        phase = record.state.phase.rawValue
        verdict = record.state.verdict?.rawValue
        self.reason = reason
        attempt = record.attempt
        self.ahead = ahead
        self.progress = record.state.isTerminal ? nil : progress.map { Progress($0) }
    }

    // Every key is there, also where the value is null, so that readers need not guess.
    private enum Key: String, CodingKey {
        case id, challenge, file, sha256, author, submitted_at, ended_at, phase, verdict, reason, attempt, ahead,
            progress
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(challenge, forKey: .challenge)
        try container.encode(file, forKey: .file)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(author, forKey: .author)
        try container.encode(submitted_at, forKey: .submitted_at)
        try container.encode(ended_at, forKey: .ended_at)
        try container.encode(phase, forKey: .phase)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(reason, forKey: .reason)
        try container.encode(attempt, forKey: .attempt)
        try container.encode(ahead, forKey: .ahead)
        try container.encode(progress, forKey: .progress)
    }
}
