/// The result of grading one submission: everything that any format shows, and nothing that must stay hidden.
///
/// Its JSON form is `judge-report/1`; keys are in snake case, times in seconds, sizes in bytes.
public struct Report: Codable, Sendable, Equatable {
    /// The version of the JSON form.
    public var schema = "judge-report/1"
    /// What was graded.
    public var submission: SubmissionSummary
    /// The verdict on the whole.
    public var verdict: Verdict
    /// One sentence on the verdict, where there is something to say: a failed limit of the compiler, a judge's error.
    public var message: String?
    /// How compiling went.
    public var compile: CompileReport
    /// The groups in the order in which they ran: `sample` first, then `secret/…`.
    public var groups: [GroupReport]
    /// What was earned, in problems that give points.
    public var score: ScoreReport?
    /// How many of the bugs in the starter are gone, where it has any.
    public var plantedBugs: PlantedBugsReport?
    /// How work and memory grow; `nil` where that was not measured.
    public var complexity: ComplexityReport?
    /// What each case was allowed; `nil` in reports of judges that did not say so.
    public var limits: Limits?
    /// The walls that stood around the submission.
    public var sandbox: SandboxReport
    /// The compiler, e.g. `swift 6.3.1`.
    public var toolchain: String
    /// The judge's version.
    public var judge: String
    /// A short name of the secret that the hidden data were drawn with; equal names mean equal data.
    public var seed: String
    /// Wall-clock seconds from reading the source to the verdict.
    public var seconds: Double

    /// A report of its parts.
    public init(
        submission: SubmissionSummary, verdict: Verdict, message: String? = nil, compile: CompileReport,
        groups: [GroupReport], complexity: ComplexityReport? = nil, limits: Limits? = nil, sandbox: SandboxReport,
        toolchain: String,
        judge: String, seed: String, seconds: Double
    ) {
        self.submission = submission
        self.verdict = verdict
        self.message = message
        self.compile = compile
        self.groups = groups
        self.complexity = complexity
        self.limits = limits
        self.sandbox = sandbox
        self.toolchain = toolchain
        self.judge = judge
        self.seed = seed
        self.seconds = seconds
    }

    private enum CodingKeys: String, CodingKey {
        case schema, submission, verdict, message, compile, groups, complexity, limits, sandbox, toolchain, judge, seed
        case seconds, score
        case plantedBugs = "planted_bugs"
    }

    /// Reads the form that ``encode(to:)`` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        schema = try container.decode(String.self, forKey: .schema)
        submission = try container.decode(SubmissionSummary.self, forKey: .submission)
        verdict = try container.decode(Verdict.self, forKey: .verdict)
        message = try container.decodeIfPresent(String.self, forKey: .message)
        compile = try container.decode(CompileReport.self, forKey: .compile)
        groups = try container.decodeIfPresent([GroupReport].self, forKey: .groups) ?? []
        score = try container.decodeIfPresent(ScoreReport.self, forKey: .score)
        plantedBugs = try container.decodeIfPresent(PlantedBugsReport.self, forKey: .plantedBugs)
        complexity = try container.decodeIfPresent(ComplexityReport.self, forKey: .complexity)
        limits = try container.decodeIfPresent(Limits.self, forKey: .limits)
        sandbox = try container.decode(SandboxReport.self, forKey: .sandbox)
        toolchain = try container.decode(String.self, forKey: .toolchain)
        judge = try container.decode(String.self, forKey: .judge)
        seed = try container.decode(String.self, forKey: .seed)
        seconds = try container.decode(Double.self, forKey: .seconds)
    }

    /// Writes `message` and `complexity` also where they are null, and leaves out `groups` where growth alone was
    /// measured.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(submission, forKey: .submission)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(message, forKey: .message)
        try container.encode(compile, forKey: .compile)
        if !groups.isEmpty || complexity == nil { try container.encode(groups, forKey: .groups) }
        try container.encodeIfPresent(score, forKey: .score)
        try container.encodeIfPresent(plantedBugs, forKey: .plantedBugs)
        try container.encode(complexity, forKey: .complexity)
        try container.encodeIfPresent(limits, forKey: .limits)
        try container.encode(sandbox, forKey: .sandbox)
        try container.encode(toolchain, forKey: .toolchain)
        try container.encode(judge, forKey: .judge)
        try container.encode(seed, forKey: .seed)
        try container.encode(seconds, forKey: .seconds)
    }

    /// The public groups, whose data every solver has.
    public var publicGroups: [GroupReport] { groups.filter { $0.name == "sample" } }
    /// The groups whose data stay hidden.
    public var hiddenGroups: [GroupReport] { groups.filter { $0.name != "sample" } }
    /// Whether no hidden case was so much as planned.
    public var isPublicOnly: Bool { !groups.isEmpty && hiddenGroups.allSatisfy { $0.total == 0 } }
    /// The first case that was not accepted, with its group.
    public var firstFailure: (group: GroupReport, result: CaseReport)? {
        for group in groups {
            if let result = group.cases.first(where: { $0.verdict != .accepted }) { return (group, result) }
        }
        return nil
    }
}

/// The part of a submission that reports show: no source.
public struct SubmissionSummary: Codable, Sendable, Equatable {
    /// The submission's identifier.
    public var id: String
    /// The challenge's slug.
    public var challenge: String
    /// The file's name without folders.
    public var file: String
    /// SHA-256 of the source.
    public var sha256: String
    /// Who sent it, where known.
    public var author: String?
    /// When, ISO 8601 in UTC.
    public var submittedAt: String

    /// The summary of `submission`.
    public init(_ submission: Submission) {
        id = submission.id
        challenge = submission.challenge
        file = submission.file
        sha256 = submission.sha256
        author = submission.author
        submittedAt = submission.submittedAt
    }

    private enum CodingKeys: String, CodingKey {
        case id, challenge, file, sha256, author
        case submittedAt = "submitted_at"
    }

    /// Writes every key, also where the value is null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(challenge, forKey: .challenge)
        try container.encode(file, forKey: .file)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(author, forKey: .author)
        try container.encode(submittedAt, forKey: .submittedAt)
    }
}

/// How compiling went.
public struct CompileReport: Codable, Sendable, Equatable {
    /// Wall-clock seconds; 0 when it came from the cache.
    public var seconds: Double
    /// Whether the executable came from the cache.
    public var cached: Bool
    /// What the compiler said about the submission's own file.
    public var diagnostics: [Diagnostic]

    /// The report of one compilation.
    public init(seconds: Double = 0, cached: Bool = false, diagnostics: [Diagnostic] = []) {
        self.seconds = seconds
        self.cached = cached
        self.diagnostics = diagnostics
    }
}

/// One message of the compiler about the submission's own file.
public struct Diagnostic: Codable, Sendable, Equatable {
    /// How grave it is.
    public enum Severity: String, Codable, Sendable {
        case error, warning, note
    }
    /// How grave it is.
    public var severity: Severity
    /// The submission's file name.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column in bytes, from 1.
    public var column: Int
    /// The message.
    public var message: String
    /// The source line that it is about, where there is one.
    public var source: String?

    /// A message of its parts.
    public init(severity: Severity, file: String, line: Int, column: Int, message: String, source: String? = nil) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.source = source
    }
}

/// The cases of one group.
public struct GroupReport: Codable, Sendable, Equatable {
    /// `sample`, or `secret/NAME`.
    public var name: String
    /// The verdict of the first case that failed, or `accepted`.
    public var verdict: Verdict
    /// How many cases were accepted.
    public var passed: Int
    /// How many cases there are. Cases after one that ran into a limit are not run, so `cases` may hold fewer.
    public var total: Int
    /// The cases that ran, in order.
    public var cases: [CaseReport]
    /// What was earned here, in problems that give points.
    public var score: ScoreReport?

    /// A group whose verdict and count follow from its `cases`.
    public init(name: String, total: Int, cases: [CaseReport]) {
        self.name = name
        self.total = total
        self.cases = cases
        passed = cases.count { $0.verdict == .accepted }
        verdict = cases.first { $0.verdict != .accepted }?.verdict ?? .accepted
    }
}

extension [GroupReport] {
    /// How many cases there are.
    public var total: Int { reduce(0) { $0 + $1.total } }
    /// How many were accepted.
    public var passed: Int { reduce(0) { $0 + $1.passed } }
}

/// What one case gave.
public struct CaseReport: Codable, Sendable, Equatable {
    /// The case's name within its group.
    public var name: String
    /// Its verdict.
    public var verdict: Verdict
    /// CPU seconds, user and system; where several hosts grade, as many as the one would have taken that limits go by.
    public var cpuSeconds: Double
    /// Wall-clock seconds.
    public var wallSeconds: Double
    /// Peak memory in bytes.
    public var peakBytes: Int
    /// What the validator measured, by name.
    public var metrics: [String: Double]
    /// What went wrong, in one sentence fit for the person who sent the source.
    public var message: String?
    /// The author's hint for those who fail this case.
    public var hint: String?
    /// For public cases only: input, expected and given answer, and what the submission printed.
    public var sample: SampleReport?

    /// A case of its parts.
    public init(
        name: String, verdict: Verdict, cpuSeconds: Double = 0, wallSeconds: Double = 0, peakBytes: Int = 0,
        metrics: [String: Double] = [:], message: String? = nil, hint: String? = nil, sample: SampleReport? = nil
    ) {
        self.name = name
        self.verdict = verdict
        self.cpuSeconds = cpuSeconds
        self.wallSeconds = wallSeconds
        self.peakBytes = peakBytes
        self.metrics = metrics
        self.message = message
        self.hint = hint
        self.sample = sample
    }

    private enum CodingKeys: String, CodingKey {
        case name, verdict, metrics, message, hint, sample
        case cpuSeconds = "cpu_seconds"
        case wallSeconds = "wall_seconds"
        case peakBytes = "peak_bytes"
    }

    /// Writes `message` and `hint` also where they are null; `sample` only where there is one.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(cpuSeconds, forKey: .cpuSeconds)
        try container.encode(wallSeconds, forKey: .wallSeconds)
        try container.encode(peakBytes, forKey: .peakBytes)
        try container.encode(metrics, forKey: .metrics)
        try container.encode(message, forKey: .message)
        try container.encode(hint, forKey: .hint)
        try container.encodeIfPresent(sample, forKey: .sample)
    }
}

/// The data of a public case, each text cut at a few thousand characters and escaped.
public struct SampleReport: Codable, Sendable, Equatable {
    /// The input.
    public var input: String
    /// The answer of the challenge's author.
    public var expected: String
    /// The submission's answer.
    public var got: String
    /// What the submission printed on standard output and standard error besides its answer.
    public var printed: String

    /// The texts of a public case.
    public init(input: String, expected: String, got: String, printed: String) {
        self.input = input
        self.expected = expected
        self.got = got
        self.printed = printed
    }
}

/// The walls that stood around a submission.
public struct SandboxReport: Codable, Sendable, Equatable {
    /// How strong they were altogether.
    public enum Level: String, Codable, Sendable {
        /// Namespaces, cgroup or measured limits, seccomp, rlimits.
        case full
        /// No namespaces to be had.
        case restricted
        /// None, as asked for with `--sandbox none`.
        case none
    }
    /// How strong they were altogether.
    public var level: Level
    /// Each wall by name, e.g. `namespaces`, `cgroup-v2`, `seccomp`, `landlock`, `rlimits`.
    public var walls: [String]

    /// The walls that a jail reported.
    public init(level: Level, walls: [String]) {
        self.level = level
        self.walls = walls
    }
}

extension Report {
    /// A case that takes its time limit times this, or the limit divided by it, may have another verdict on another host.
    public static let timeDoubt = 1.25

    /// Whether the verdict may hang on how fast the host was: a case took about as long as it may.
    public var isNearTimeLimit: Bool {
        guard let limit = limits?.cpuSeconds else { return false }
        let near = (limit / Self.timeDoubt)..<(limit * Self.timeDoubt)
        return groups.contains { $0.cases.contains { near.contains($0.cpuSeconds) } }
    }
}
