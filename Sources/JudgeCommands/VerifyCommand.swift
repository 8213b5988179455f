import ArgumentParser
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Checks that challenge packages keep what they promise.",
        discussion: """
            Reads each package strictly, runs its validators on valid and invalid data, and grades every packaged \
            submission: each must get the verdict that its folder and submissions.yaml promise. Each generator must make the \
            same of the same seed. With --strict a package is also held to the standard of the catalogue: an editorial, \
            notes for interviews, a reason for each wrong answer, tight bounds, time limits with room. Ends with 1 and \
            names each part that does not keep its promise.
            """)

    @Argument(help: ArgumentHelp("The challenges to check; default: all.", valueName: "id"))
    var ids: [String] = []

    @Flag(help: "Hold the packages to the standard of the catalogue as well.")
    var strict = false

    @OptionGroup var jobs: JobsOption
    @OptionGroup var options: GlobalOptions
    @OptionGroup var run: RunOptions

    private struct Checked: Encodable {
        let challenge: String
        let kept: Int
        let total: Int
        let findings: [PackageCheck.Finding]
    }

    func run() async throws {
        let installation = try options.installation()
        let registry = try options.registry(of: installation)
        let slugs = try ids.isEmpty ? registry.slugs() : ids
        let tools = try await run.tools(installation, environment: options.environment)
        var all: [Checked] = []
        for slug in slugs {
            let findings = try await broken(slug) { try await check(slug, registry: registry, tools: tools) }
            let checked = Checked(
                challenge: slug, kept: findings.count { $0.problems.isEmpty }, total: findings.count,
                findings: findings)
            all.append(checked)
            // Line by line where somebody may be watching; a file gets everything at the end.
            if options.format == .text, options.output == nil { try options.write(text(checked)) }
        }
        switch options.format {
        case .json: try options.write(JSONText.encode(all))
        case .text: if options.output != nil { try options.write(all.map(text).joined()) }
        }
        if all.contains(where: { $0.kept < $0.total }) { throw ExitCode(1) }
    }

    private func check(_ slug: String, registry: Registry, tools: Tools) async throws
        -> [PackageCheck.Finding]
    {
        try (try? registry.challenge(slug))?.mustBeOpen()
        let problems = try registry.check(slug)
        guard problems.isEmpty else {
            return problems.map { PackageCheck.Finding(path: slug, problems: [$0.description]) }
        }
        let challenge = try registry.challenge(slug)
        let check = PackageCheck(tools: tools, judgeVersion: JudgeCommand.version, challenge: challenge)
        // A quiz has no code: what is wrong with it was found when it was read.
        if challenge.form == .quiz { return [PackageCheck.Finding(path: "quiz.yaml", problems: [])] }
        let findings = try await check.checkData() + check.checkGenerators() + check.checkStarter()
        // Those in other languages are for other judges.
        let submissions = challenge.submissions.filter { $0.language == "swift" }
        if !options.quiet {
            writeError(
                "\(slug): \(findings.count) files and generated cases, \(submissions.count) submissions")
        }
        let line = options.progressLine(title: slug)
        defer { line.finish() }
        let results = try await jobs.map(submissions) { index, example in
            line.count(index + 1, of: submissions.count, example.path)
            return try await broken("submissions/\(example.path)") { [try await check.check(example)] }
        }.flatMap(\.self)
        return findings + results + (strict ? check.standard(results) : [])
    }

    /// What `body` finds; where the package itself fails, a generator at some size, that, and the rest is checked still.
    private func broken(
        _ path: String, _ body: () async throws -> [PackageCheck.Finding]
    ) async throws -> [PackageCheck.Finding] {
        do {
            return try await body()
        } catch let error as JudgeError where error.kind == .failure {
            return [PackageCheck.Finding(path: path, problems: [error.message])]
        }
    }

    private func text(_ checked: Checked) -> String {
        let ansi = ANSI(isOn: options.style.color)
        var lines: [String] = []
        for finding in checked.findings {
            for problem in finding.problems {
                lines.append("\(ansi("broken", [.bold, .red]))  \(checked.challenge)/\(finding.path): \(problem)")
            }
        }
        let verdicts = Dictionary(grouping: checked.findings.compactMap(\.verdict)) { $0 }
        let shown = Verdict.allCases.compactMap { verdict in
            verdicts[verdict].map { "\($0.count) \(verdict.rawValue)" }
        }
        let state = checked.kept == checked.total ? ansi("ok", [.bold, .green]) : ansi("broken", [.bold, .red])
        lines.append(
            "\(state)  \(checked.challenge): \(checked.kept)/\(checked.total) as promised\(shown.isEmpty ? "" : " (\(shown.joined(separator: ", ")))")"
        )
        return lines.joined(separator: "\n") + "\n"
    }
}
