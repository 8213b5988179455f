import Compilation
import Foundation
import Jail
import JudgeCore
import Registry

/// Judges answers with a challenge's output validator, in a jail of its own, or with the format's default one.
struct OutputCheck {
    /// What a validator says of one answer.
    struct Judgement: Sendable, Equatable {
        var accepted: Bool
        /// What the person is told.
        var message: String?
        /// What only the challenge's author is told, for `submissions.yaml`'s `message` expectations.
        var judgeMessage: String?
        var metrics: [String: Double] = [:]
        /// What it gives for the answer, in problems that give scores.
        var score: Scores.Given?
    }

    /// The validator and its jail; `nil` means the default validator.
    let own: (program: BuiltProgram, jail: Jail)?
    let limits: PackageLimits
    /// Whether scores are asked for: looking for them costs each case two more words with the jail.
    let isScoring: Bool
    let slug: String
    let scratch: String

    /// A check with the validator `program`, or with the default one.
    nonisolated(nonsending) static func with<Result: Sendable>(
        _ program: BuiltProgram?, challenge: Challenge, tools: Tools, scratch: String,
        _ body: nonisolated(nonsending) (OutputCheck) async throws -> Result
    ) async throws -> Result {
        let limits = challenge.metadata.limits
        func check(_ own: (BuiltProgram, Jail)?) -> OutputCheck {
            OutputCheck(
                own: own, limits: limits, isScoring: challenge.metadata.isScoring, slug: challenge.slug,
                scratch: scratch)
        }
        guard let program else { return try await body(check(nil)) }
        let empty = "\(scratch)/empty"
        try tools.state.writing { try Data().write(to: URL(fileURLWithPath: empty)) }
        var configuration = JailConfiguration(policy: .tools, executable: tools.jailExecutable)
        configuration.sandbox = tools.sandbox
        configuration.memoryBytes = limits.validationMemory << 20
        configuration.processes = 16
        configuration.workBytes = limits.validationMemory << 19
        configuration.readOnlyPaths = program.readOnlyPaths
        return try await Jail.with(configuration) { jail in
            try await program.load(into: jail, as: "validator", scratch: scratch)
            return try await body(check((program, jail)))
        }
    }

    /// Judges the answer in the file `output` to the case `input`, whose expected answer is `answer`.
    ///
    /// - Throws: `JudgeError` `validator-failed` when the validator does not say yes or no.
    func judge(input: String, answer: String, output: String, arguments: [String], name: String) async throws
        -> Judgement
    {
        guard let (program, jail) = own else {
            return try defaultJudgement(answer: answer, output: output, arguments: arguments, name)
        }
        let folder = "case"
        try await jail.put("\(folder)/case.in", from: input)
        try await jail.put("\(folder)/case.ans", from: answer)
        try await jail.put("\(folder)/feedback/.judge", from: "\(scratch)/empty")
        let root = "\(jail.workPath)/\(folder)"
        let files = ["case.in", "case.ans", "feedback"].map { "\(root)/\($0)" }
        var run = program.run(in: jail, as: "validator", files + arguments)
        run.workingDirectory = root
        run.standardInput = output
        run.errorPath = "\(scratch)/validator.err"
        run.cpuSeconds = Double(limits.validationTime)
        run.wallSeconds = limits.validationWallSeconds
        run.memoryBytes = limits.validationMemory << 20
        run.fileSizeBytes = limits.validationOutput << 20
        let outcome = try await jail.run(run)
        var judgement = Judgement(
            accepted: outcome.ending == .exited(42), message: try await feedback("teammessage.txt"),
            judgeMessage: try await feedback("judgemessage.txt"),
            metrics: Self.metrics(try await feedback("metrics.txt") ?? ""))
        if isScoring { judgement.score = try await score(name) }
        try await jail.remove(folder)
        guard outcome.ending == .exited(42) || outcome.ending == .exited(43) else {
            let words = FileManager.default.contents(atPath: "\(scratch)/validator.err") ?? Data()
            let said = String(untrusted: words, limit: 300).split(separator: "\n").first.map { ": \($0)" } ?? ""
            throw JudgeError(
                .failure, "validator-failed",
                "the output validator of \(slug) ended with \(outcome.ending) on \(name), not with 42 or 43\(said)")
        }
        return judgement
    }

    private func feedback(_ name: String) async throws -> String? {
        let outside = "\(scratch)/\(name)"
        guard let jail = own?.jail, try await jail.getIfPresent("case/feedback/\(name)", to: outside, limit: 64 << 10)
        else {
            return nil
        }
        let bytes = FileManager.default.contents(atPath: outside) ?? Data()
        let text = String(untrusted: bytes, limit: 2000).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// What `score_multiplier.txt` or `score.txt` says.
    private func score(_ name: String) async throws -> Scores.Given? {
        func number(_ file: String) async throws -> Double? {
            guard let text = try await feedback(file) else { return nil }
            guard let value = Double(text), value.isFinite else {
                throw JudgeError(
                    .failure, "validator-failed",
                    "the output validator of \(slug) wrote no number into \(file) on \(name)")
            }
            return value
        }
        let multiplier = try await number("score_multiplier.txt")
        let points = try await number("score.txt")
        guard multiplier == nil || points == nil else {
            throw JudgeError(
                .failure, "validator-failed",
                "the output validator of \(slug) wrote both score.txt and score_multiplier.txt on \(name)")
        }
        return multiplier.map { .multiplier($0) } ?? points.map { .points($0) }
    }

    private static func metrics(_ text: String) -> [String: Double] {
        var metrics: [String: Double] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2, let value = Double(words[1]), value.isFinite { metrics[String(words[0])] = value }
        }
        return metrics
    }

    private func defaultJudgement(answer: String, output: String, arguments: [String], _ name: String) throws
        -> Judgement
    {
        let validator = try DefaultValidator(arguments: arguments)
        let expected = [UInt8](FileManager.default.contents(atPath: answer) ?? Data())
        let given = [UInt8](FileManager.default.contents(atPath: output) ?? Data())
        let mismatch = validator.compare(output: given, answer: expected)
        return Judgement(
            accepted: mismatch == nil, message: mismatch.map { _ in "the output differs from the expected answer" },
            judgeMessage: mismatch.map { "\($0)" })
    }
}
