import ArgumentParser
import Compilation
import Foundation
import Grading
import JudgeCore
import Pages
import Registry
import Reporting
import Storage

struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Grades a solution on public and hidden cases.",
        discussion: "Ends with 0 when it is accepted and with 1 when it is judged and not accepted.")

    @Argument(help: "The Swift file.", completion: .file(extensions: ["swift"]))
    var file: String

    @Option(help: ArgumentHelp("The challenge; default: the file's name without extension.", valueName: "id"))
    var challenge: String?

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Also write a report in this format (those of --format) to this file; repeatable, - is standard output.",
            valueName: "format=path"))
    var reports: [ReportTarget<ReportFormat>] = []

    @Option(
        help: ArgumentHelp(
            "Have a daemon grade it.",
            discussion: "The token comes from JUDGE_TOKEN, or from `judge login`.", valueName: "url"))
    var server: String?

    @Option(
        name: .customLong("webhook"),
        help: ArgumentHelp(
            "Tell this webhook of the verdict; repeatable.",
            discussion: """
                The address of a chat's webhook, or any other, which gets JSON: signed, where JUDGE_WEBHOOK_SECRET holds a \
                secret (whsec_…). One that cannot be told is a warning, and changes nothing about the exit code.
                """, valueName: "url"))
    var webhooks: [String] = []

    @Option(
        name: .customLong("allow-host"),
        help: ArgumentHelp(
            "Where webhooks may be besides public addresses: loopback, private, a network or a name; repeatable.",
            valueName: "host"))
    var allowedHosts: [String] = []

    @Flag(help: "Do not measure how work and memory grow.")
    var noComplexity = false

    @OptionGroup var options: CommandOptions<ReportFormat>
    @OptionGroup var run: RunOptions

    func validate() throws {
        try reports.validate()
        guard server == nil || !noComplexity else {
            throw ValidationError("--no-complexity is for grading here; a daemon measures growth always")
        }
        guard server == nil || webhooks.isEmpty else {
            throw ValidationError("--webhook is for grading here; a daemon has webhooks of its own (`judge webhook`)")
        }
        guard allowedHosts.isEmpty || !webhooks.isEmpty else {
            throw ValidationError("--allow-host says where webhooks may be; name one with --webhook")
        }
    }

    func run() async throws {
        if let server { return try await submit(to: server) }
        let news = try await DirectNews(
            urls: webhooks, allowedHosts: allowedHosts, environment: options.environment)
        let command = GradingCommand(file: file, challenge: challenge, options: options, run: run)
        try await command.grade(.everything, growth: noComplexity ? .skip : .asAsked) { result, submission in
            try show(result.report, limits: result.limits)
            await remember(result.report, submission)
            if webhooks.isEmpty { return }
            let slug = submission.challenge
            let name = (try? options.registry().challenge(slug))?.name ?? slug
            for fault in await news.tell(result.report, challengeName: name) { writeError("judge: \(fault)") }
        }
    }

    /// Has a daemon grade it, and shows its report as if it had been graded here.
    private func submit(to server: String) async throws {
        let address = try RemoteJudge.checked(server)
        let token = try TokenFile.token(for: address, environment: options.environment)
        let slug = challenge ?? SubmissionFile.challenge(for: file)
        let submission = try SubmissionFile.read(file, challenge: slug, limit: 512 << 10)
        let judge = try RemoteJudge(server: address, token: token)
        defer { judge.close() }
        let line = options.progressLine(title: submission.file)
        defer { line.finish() }
        let report = try await judge.grade(file: submission.file, source: submission.source, challenge: slug) {
            line.update($0)
        }
        line.finish()
        guard let limits = report.limits else {
            throw JudgeError(.unavailable, "not-a-judge", "\(address) sent a report without limits")
        }
        try show(report, limits: limits)
        try ExitCode.end(with: report.verdict)
    }

    private func show(_ report: Report, limits: Limits) throws {
        func text(_ format: ReportFormat, _ style: TextStyle) throws -> String {
            try format.text(of: report, limits: limits, path: SubmissionFile.relative(file), style: style)
        }
        try options.write(reports: reports, text)
        if options.format == .github || reports.contains(where: { $0.format == .github }) {
            options.writeStepSummary { try text(.markdown, options.style) }
        }
    }

    /// Keeps the report for `judge history`. That it cannot be kept changes nothing about the verdict.
    private func remember(_ report: Report, _ submission: Submission) async {
        do {
            let store = try Store(path: "\(run.statePath(options.environment))/judge.sqlite")
            defer { try? store.close() }
            try await store.record(submission, graded: GradedReport(report, json: JSONReport.text(of: report)))
        } catch {
            writeError("judge: this result is not in `judge history`: \(error)")
        }
    }
}
