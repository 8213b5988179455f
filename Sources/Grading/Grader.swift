import Compilation
import Complexity
import Foundation
import Jail
import JudgeCore
import Registry

/// Grades submissions: compile, run, validate. The same for a command, a daemon and a package's own check.
package struct Grader: Sendable {
    /// Which cases a submission is run on.
    package enum Scope: Sendable {
        /// The public ones only.
        case samples
        /// All of them.
        case everything
    }

    /// A report, with what only the challenge's author may see.
    package struct Result: Sendable {
        /// What everybody sees.
        package var report: Report
        /// The limits that applied.
        package var limits: Limits
        /// For the author: each case as `submissions.yaml` speaks of it.
        package var outcomes: [CaseOutcome]
        /// CPU seconds of each case, by its full name.
        package var cpuSeconds: [String: Double]
    }

    /// How growth is to be measured.
    package enum Growth: Sendable {
        /// Not at all.
        case skip
        /// As the challenge's `complexity.yaml` says, once all cases are accepted.
        case asAsked
    }

    let tools: Tools
    let judgeVersion: String

    /// A grader that names itself `judgeVersion` in reports.
    package init(tools: Tools, judgeVersion: String) {
        self.tools = tools
        self.judgeVersion = judgeVersion
    }

    /// Grades `submission`, telling `progress` what is being done.
    ///
    /// - Throws: `JudgeError` when the judge, the host or the package fails; never for what a submission does.
    package func grade(
        _ submission: Submission, challenge: Challenge, scope: Scope = .everything, growth: Growth = .asAsked,
        progress: @escaping @Sendable (GradingProgress) -> Void = { _ in }
    ) async throws -> Result {
        let settings = growth == .asAsked && scope == .everything ? challenge.growth : nil
        let started = ContinuousClock.now
        var state = SubmissionState()
        state.apply(.start)
        let preparation = Preparation(tools: tools, challenge: challenge, progress: progress)
        let material = try await preparation.material(scope: scope)
        progress(.compiling)
        let source = SourceFile(name: submission.file, bytes: submission.source)
        let compiled = try await tools.compiler.submission(
            source, harness: try challenge.harnessSources(), starter: try challenge.starter(),
            limits: challenge.compileLimits, metered: settings != nil)

        var grading = Grading(groups: material.groups)
        var compile = CompileReport()
        var message: String?
        var score: ScoreReport?
        var complexity: ComplexityReport?
        switch compiled {
        case .failure(let failure):
            message = failure.message
            compile = CompileReport(seconds: failure.seconds, diagnostics: failure.diagnostics)
            grading.sandbox = failure.sandbox
            state.apply(.grade(.compileError))
        case .success(let executable):
            state.apply(.compiled)
            compile = CompileReport(
                seconds: executable.seconds, cached: executable.cached, diagnostics: executable.diagnostics)
            try await run(
                executable, source: source, challenge: challenge, material: material, into: &grading,
                progress: progress)
            if challenge.metadata.isScoring, scope == .everything {
                score = try grading.score(challenge, material)
            }
            if let score, let asked = score.toPass, grading.verdict == .accepted, score.points < asked {
                message = String(format: "%.4g points are earned; %g are asked for", score.points, asked)
                state.apply(.grade(.wrongAnswer))
            } else if grading.verdict == .accepted, let settings, let metered = executable.metered {
                state.apply(.measure)
                let measurement = GrowthMeasurement(
                    preparation: preparation, material: material, settings: settings, source: source,
                    plain: executable.path, executable: metered)
                let judged = Self.judge(try await measurement.run().outcome, settings)
                complexity = judged.complexity
                message = judged.message
                state.apply(.grade(judged.verdict))
            } else {
                state.apply(.grade(grading.verdict))
            }
        }
        let verdict = state.verdict ?? .judgeError
        progress(.graded(verdict))
        var report = Report(
            submission: SubmissionSummary(submission), verdict: verdict, message: message, compile: compile,
            groups: grading.reports, complexity: complexity, limits: material.limits, sandbox: grading.sandbox,
            toolchain: tools.toolchain.version,
            judge: judgeVersion, seed: material.seed, seconds: (ContinuousClock.now - started).seconds)
        report.score = score
        if scope == .everything { report.plantedBugs = challenge.bugsGone(in: report) }
        return Result(
            report: report, limits: material.limits, outcomes: grading.outcomes, cpuSeconds: grading.cpuSeconds)
    }

    /// Measures the growth of `submission` as `settings` say, and runs no cases.
    ///
    /// - Parameter observe: is told of each run that came to an end, from any thread, and the CPU seconds that its work
    ///   took; no verdict rests on them.
    /// - Throws: `JudgeError` when the judge, the host or the package fails; never for what a submission does.
    package func measure(
        _ submission: Submission, challenge: Challenge, settings: GrowthSettings,
        observe: @escaping @Sendable (GrowthStudy.Point, Double) -> Void = { _, _ in },
        progress: @escaping @Sendable (GradingProgress) -> Void = { _ in }
    ) async throws -> Result {
        let started = ContinuousClock.now
        let preparation = Preparation(tools: tools, challenge: challenge, progress: progress)
        let material = try await preparation.material(scope: .samples)
        progress(.compiling)
        let source = SourceFile(name: submission.file, bytes: submission.source)
        let compiled = try await tools.compiler.submission(
            source, harness: try challenge.harnessSources(), starter: try challenge.starter(),
            limits: challenge.compileLimits, metered: true)
        var report = Report(
            submission: SubmissionSummary(submission), verdict: .compileError, compile: CompileReport(), groups: [],
            limits: material.limits, sandbox: SandboxReport(level: .none, walls: []),
            toolchain: tools.toolchain.version, judge: judgeVersion,
            seed: material.seed, seconds: 0)
        switch compiled {
        case .failure(let failure):
            report.message = failure.message
            report.compile = CompileReport(seconds: failure.seconds, diagnostics: failure.diagnostics)
            report.sandbox = failure.sandbox
        case .success(let executable):
            report.compile = CompileReport(
                seconds: executable.seconds, cached: executable.cached, diagnostics: executable.diagnostics)
            guard let metered = executable.metered else { break }
            let measurement = GrowthMeasurement(
                preparation: preparation, material: material, settings: settings, source: source,
                plain: executable.path, executable: metered, observe: observe)
            let (outcome, sandbox) = try await measurement.run()
            (report.verdict, report.message, report.complexity) = Self.judge(outcome, settings)
            report.sandbox = sandbox
        }
        progress(.graded(report.verdict))
        report.seconds = (ContinuousClock.now - started).seconds
        return Result(report: report, limits: material.limits, outcomes: [], cpuSeconds: [:])
    }

    /// The verdict that a measurement of growth comes to.
    static func judge(_ outcome: GrowthMeasurement.Outcome, _ settings: GrowthSettings) -> (
        verdict: Verdict, message: String?, complexity: ComplexityReport?
    ) {
        switch outcome {
        case .failed(let verdict, let message): return (verdict, message, nil)
        case .grown(let complexity):
            let message = [complexity.time, complexity.space].first { $0.verdict == complexity.verdict }?.message
            switch complexity.verdict {
            case .within: return (.accepted, nil, complexity)
            case .over: return (.complexityExceeded, message, complexity)
            case .inconclusive:
                return (settings.acceptsInconclusive ? .accepted : .complexityExceeded, message, complexity)
            }
        }
    }

    /// How long `source` takes on each case, by the case's full name; empty when it does not build.
    func cpuSeconds(of source: SourceFile, challenge: Challenge, material: Material) async throws -> [String: Double] {
        let compiled = try await tools.compiler.submission(
            source, harness: try challenge.harnessSources(), starter: nil, limits: challenge.compileLimits)
        guard case .success(let executable) = compiled else { return [:] }
        var grading = Grading(groups: material.groups)
        try await run(
            executable, source: source, challenge: challenge, material: material, into: &grading, progress: { _ in })
        return grading.cpuSeconds
    }

    private func run(
        _ executable: Executable, source: SourceFile, challenge: Challenge, material: Material,
        into grading: inout Grading, progress: @Sendable (GradingProgress) -> Void
    ) async throws {
        let judged = grading
        grading = try await tools.state.withScratch { scratch in
            try await OutputCheck.with(material.validator, challenge: challenge, tools: tools, scratch: scratch) {
                check in
                try await CaseRunner.with(
                    executable.path, limits: material.limits, hasHarness: !challenge.isWholeProgram,
                    source: source.bytes, tools: tools, scratch: scratch
                ) { runner in
                    var grading = judged
                    grading.sandbox = runner.jail.sandbox
                    try await judgeCases(
                        runner, check, challenge: challenge, material: material, into: &grading, progress: progress)
                    return grading
                }
            }
        }
    }

    /// After so many cases that ran into a limit, no more are run: they would only make the person wait for the same
    /// answer.
    private static let mostLimitsHit = 2

    /// Runs the cases in order. After a case that ran into a limit the rest of its group is left out.
    private func judgeCases(
        _ runner: CaseRunner, _ check: OutputCheck, challenge: Challenge, material: Material,
        into grading: inout Grading, progress: @Sendable (GradingProgress) -> Void
    ) async throws {
        let total = material.groups.reduce(0) { $0 + $1.cases.count }
        var index = 0
        var limitsHit = 0
        // Where each case has its own points, or shows whether a bug is gone, a limit in one says nothing of the others.
        let isScoring = challenge.metadata.isScoring
        let runsAll = isScoring || !challenge.plantedBugs.isEmpty
        for (position, group) in material.groups.enumerated() {
            defer { index += group.cases.count }
            if isScoring, !grading.hasPassed(group.group.settings.requirePass) { continue }
            for (offset, item) in group.cases.enumerated() {
                progress(.running(index: index + offset + 1, total: total, name: item.path))
                let outcome = try await judge(item, runner, check)
                grading.add(
                    outcome.report, judgeMessage: outcome.judgeMessage, score: outcome.score, of: item, group: position)
                if outcome.report.verdict.isLimit {
                    limitsHit += 1
                    break
                }
            }
            if limitsHit == Self.mostLimitsHit, !runsAll { return }
        }
    }

    private func judge(_ item: PreparedCase, _ runner: CaseRunner, _ check: OutputCheck) async throws
        -> (report: CaseReport, judgeMessage: String?, score: Scores.Given?)
    {
        let run = try await runner.run(input: item.input, arguments: item.arguments)
        var report = CaseReport(
            name: item.name, verdict: .accepted, cpuSeconds: run.cpuSeconds, wallSeconds: run.wallSeconds,
            peakBytes: run.peakBytes)
        var judgeMessage: String?
        var score: Scores.Given?
        switch run.ending {
        case .failed(let verdict, let message):
            report.verdict = verdict
            report.message = message
        case .answered:
            let judgement = try await check.judge(
                input: item.input, answer: item.answer, output: run.answer, arguments: item.validatorArguments,
                name: item.path)
            report.verdict = judgement.accepted ? .accepted : .wrongAnswer
            report.message = judgement.accepted ? nil : judgement.message
            report.metrics = judgement.metrics
            judgeMessage = judgement.judgeMessage
            score = judgement.score
        }
        if report.verdict != .accepted { report.hint = item.hint }
        if item.isPublic { report.sample = Self.sample(item, run) }
        return (report, judgeMessage, score)
    }

    private static func sample(_ item: PreparedCase, _ run: CaseRunner.Run) -> SampleReport {
        func text(_ path: String) -> String { String(untrusted: FileManager.default.contents(atPath: path) ?? Data()) }
        return SampleReport(
            input: text(item.input), expected: text(item.answer), got: text(run.answer), printed: run.printed)
    }
}

extension Verdict {
    /// As `submissions.yaml` writes it: every way of ending without an answer that is not the clock's is `RTE` there.
    fileprivate var asCaseVerdict: CaseVerdict {
        switch self {
        case .accepted: .accepted
        case .wrongAnswer: .wrongAnswer
        case .timeLimitExceeded: .timeLimitExceeded
        default: .runTimeError
        }
    }

    /// Whether the run was cut off: running more of the same kind would cost as much again.
    fileprivate var isLimit: Bool {
        switch self {
        case .timeLimitExceeded, .memoryLimitExceeded, .outputLimitExceeded: true
        default: false
        }
    }
}

/// What has been judged so far.
private struct Grading: Sendable {
    var sandbox = SandboxReport(level: .none, walls: [])
    private(set) var outcomes: [CaseOutcome] = []
    private(set) var cpuSeconds: [String: Double] = [:]
    private(set) var verdict = Verdict.accepted
    private let groups: [Material.Group]
    private var cases: [[CaseReport]]
    private var given: [[Scores.Case]]
    private var scores: [ScoreReport] = []

    init(groups: [Material.Group]) {
        self.groups = groups
        cases = groups.map { _ in [] }
        given = groups.map { _ in [] }
    }

    mutating func add(
        _ report: CaseReport, judgeMessage: String?, score: Scores.Given?, of item: PreparedCase, group: Int
    ) {
        cases[group].append(report)
        given[group].append(Scores.Case(isAccepted: report.verdict == .accepted, given: score))
        if verdict == .accepted { verdict = report.verdict }
        cpuSeconds[item.path] = report.cpuSeconds
        outcomes.append(
            CaseOutcome(name: item.path, verdict: report.verdict.asCaseVerdict, judgeMessage: judgeMessage ?? ""))
    }

    /// Whether all cases of these groups ran and were accepted.
    func hasPassed(_ names: [String]) -> Bool {
        zip(groups, cases).allSatisfy { group, cases in
            !names.contains(group.name)
                || cases.count == group.cases.count && cases.allSatisfy { $0.verdict == .accepted }
        }
    }

    /// Adds the scores up, each group's for its report as well.
    mutating func score(_ challenge: Challenge, _ material: Material) throws -> ScoreReport {
        let secret = zip(groups, given).filter { $0.0.name != "sample" }
        let ungrouped = secret.filter { Scores.isUngrouped($0.0.group) }.reduce(0) { $0 + $1.0.cases.count }
        let rules = Scores(secret: challenge.secretSettings, slug: challenge.slug, ungrouped: ungrouped)
        scores = []
        for (group, cases) in secret {
            scores.append(try rules.score(of: group.group, cases: cases, total: group.cases.count))
        }
        var total = rules.total(scores)
        if !hasPassed(challenge.secretSettings.requirePass) { total.points = 0 }
        total.toPass = challenge.interview?.passScore
        return total
    }

    var reports: [GroupReport] {
        var scores = scores[...]
        return zip(groups, cases).map { group, cases in
            var report = GroupReport(name: group.name, total: group.cases.count, cases: cases)
            if group.name != "sample" { report.score = scores.popFirst() }
            return report
        }
    }
}
