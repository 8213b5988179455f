import ArgumentParser
import Foundation
import JudgeCore
import Reporting
import Storage

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Lists what `judge submit` graded before, or shows one report again.")

    @Argument(help: "A submission, by the first digits of its ID; default: a list.")
    var id: String?

    @Option(help: ArgumentHelp("Only of this challenge.", valueName: "id"))
    var challenge: String?

    @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
    var limit = 20

    @OptionGroup var options: GlobalOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard (1...1000).contains(limit) else { throw ValidationError("--limit must be a number from 1 to 1000") }
    }

    private struct Row: Encodable {
        let id: String
        let challenge: String
        let file: String
        let sha256: String
        let submitted_at: String
        let verdict: String?
    }

    func run() async throws {
        let store = try daemon.store()
        if let id { return try await show(id, store) }
        let records = try await store.submissions(Store.Filter(owner: .nobody, challenge: challenge), limit: limit)
        if options.format == .json {
            let rows = records.map {
                Row(
                    id: $0.id, challenge: $0.challenge, file: $0.file, sha256: $0.sha256,
                    submitted_at: $0.submittedAt.iso8601, verdict: $0.state.verdict?.rawValue)
            }
            return try options.write(JSONText.encode(rows))
        }
        guard !records.isEmpty else {
            return try options.write("Nothing yet: `judge submit FILE` grades a solution.\n")
        }
        var table = Table([
            .init("ID", style: .bold), .init("TIME (UTC)"), .init("CHALLENGE"), .init("VERDICT"),
            .init("FILE", shrinks: true),
        ])
        for record in records {
            let time = String(record.submittedAt.iso8601.prefix(19)).replacing("T", with: " ")
            table.add([
                String(record.id.prefix(8)), time, record.challenge, record.state.verdict?.rawValue ?? "", record.file,
            ])
        }
        try options.write(table.text(style: options.style))
    }

    private func show(_ id: String, _ store: Store) async throws {
        guard let record = try await store.submission(beginning: id) else {
            throw JudgeError(
                .usage, "unknown-submission",
                "there is no submission that begins with '\(id.escapingControls)'; `judge history` lists them")
        }
        guard let json = try await store.report(of: record.number) else {
            throw JudgeError(
                .usage, "archived",
                "the report of \(record.id) was archived: it is in a file that `judge archive` wrote")
        }
        let report = try JSONReport.read(Data(json.utf8))
        guard options.format == .text, let limits = report.limits else {
            return try options.write(JSONReport.text(of: report))
        }
        try options.write(TextReport.text(of: report, limits: limits, style: options.style))
    }
}
