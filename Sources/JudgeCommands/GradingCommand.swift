import ArgumentParser
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting

/// What `judge test` and `judge submit` share: read the file, grade it, show the report, and end with 0 or 1.
struct GradingCommand<Format: CommandFormat> {
    let file: String
    let challenge: String?
    let options: CommandOptions<Format>
    let run: RunOptions

    /// Grades on `scope` and hands the result to `show`.
    func grade(
        _ scope: Grader.Scope, growth: Grader.Growth = .asAsked,
        show: (Grader.Result, Submission) async throws -> Void
    ) async throws {
        try await perform { grader, submission, challenge, progress in
            try await grader.grade(submission, challenge: challenge, scope: scope, growth: growth, progress: progress)
        } show: {
            try await show($0, $1)
        }
    }

    /// Reads the file, has `work` done on it, hands the result to `show`, and ends with what its verdict says.
    func perform(
        _ work: (Grader, Submission, Challenge, @escaping @Sendable (GradingProgress) -> Void) async throws ->
            Grader.Result,
        show: (Grader.Result, Submission) async throws -> Void
    ) async throws {
        let installation = try options.installation()
        let registry = try options.registry(of: installation)
        let challenge = try challenge(in: registry)
        try challenge.mustTakeCode()
        let submission = try SubmissionFile.read(
            file, challenge: challenge.slug, limit: challenge.metadata.limits.code << 10)
        let tools = try await run.tools(installation, environment: options.environment)
        let line = options.progressLine(title: submission.file)
        defer { line.finish() }
        let grader = Grader(tools: tools, judgeVersion: JudgeCommand.version)
        let result = try await work(grader, submission, challenge) { line.update($0) }
        line.finish()
        try await show(result, submission)
        try ExitCode.end(with: result.report.verdict)
    }

    /// The challenge that is named, or that the file is named after.
    private func challenge(in registry: Registry) throws -> Challenge {
        if let challenge { return try registry.challenge(challenge) }
        let slug = SubmissionFile.challenge(for: file)
        if try registry.slugs().contains(slug) { return try registry.challenge(slug) }
        // A mistyped file is the likelier mistake, and the one to speak of first.
        guard FileManager.default.fileExists(atPath: file) else {
            throw JudgeError(.usage, "unreadable-file", "\(file) cannot be read: No such file or directory")
        }
        let near = Spelling.nearest(to: slug, among: try registry.slugs()).map { "; did you mean '\($0)'?" } ?? "."
        throw JudgeError(
            .usage, "unknown-challenge",
            "\(file) is named after no challenge\(near) Say which with --challenge ID (`judge list` shows all)")
    }
}

extension ExitCode {
    /// Ends the command with the exit code that a verdict has.
    static func end(with verdict: Verdict) throws {
        switch verdict {
        case .accepted: return
        case .judgeError: throw ExitCode(70)
        default: throw ExitCode(1)
        }
    }
}

extension Challenge {
    /// - Throws: `JudgeError` `is-quiz`, where it asks questions and there is nothing to code.
    func mustTakeCode() throws(JudgeError) {
        guard form == .quiz else { return }
        throw JudgeError(.usage, "is-quiz", "\(slug) is a quiz; answer it with `judge quiz \(slug)`")
    }
}
