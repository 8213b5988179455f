import ArgumentParser
import Foundation
import Grading
import Interviews
import JudgeCore
import Registry
import Reporting
import Storage

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a challenge as a package for other judges.",
        discussion: """
            Version 2023-07-draft of the Problem Package Format, which Kattis's problemtools read, with all that it needs: \
            harness, ChallengeKit, and hidden data, drawn anew with chance of their own. Growth is not judged elsewhere. With \
            --portfolio it writes what you have solved instead, as a folder to publish: solutions, plots of their growth, badges.
            """)

    @Argument(help: ArgumentHelp("The challenge, as `judge list` names it.", valueName: "id"))
    var id: String?

    @Argument(help: ArgumentHelp("The folder in which the package's folder is made.", valueName: "dir"))
    var folder = "."

    @Option(help: ArgumentHelp("Write what you have solved into this new folder.", valueName: "dir"))
    var portfolio: String?

    @OptionGroup var options: GlobalOptions
    @OptionGroup var run: RunOptions

    func validate() throws {
        guard (id == nil) != (portfolio == nil) else {
            throw ValidationError("name a challenge to export, or a folder with --portfolio")
        }
    }

    func run() async throws {
        if let portfolio { return try await write(portfolio) }
        guard let id else { return }
        let installation = try options.installation()
        let challenge = try options.registry(of: installation).challenge(id)
        let tools = try await run.tools(installation, environment: options.environment)
        let line = options.progressLine(title: id)
        defer { line.finish() }
        let target = "\(folder)/\(challenge.slug)"
        try FileManager.default.mustBeNew(target)
        let files = try await PackageExport(tools: tools, challenge: challenge) { line.update($0) }.files()
        line.finish()
        try FileManager.default.writeNew(files.map { ("\(target)/\($0.path)", $0.data) }, to: target)
        for file in files where file.isExecutable {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(target)/\(file.path)")
        }
        switch options.format {
        case .json: try options.write(JSONText.encode(["folder": target]))
        case .text: try options.write("Wrote \(files.count) files to \(target).\n")
        }
    }

    private func write(_ portfolio: String) async throws {
        let entries = try options.registry().list()
        let store = try Store(path: "\(run.statePath(options.environment))/judge.sqlite")
        let progress = PracticeProgress(try await store.results(of: nil), entries: entries, now: .now)
        let count = try await Portfolio(store: store, entries: entries, progress: progress).write(to: portfolio)
        switch options.format {
        case .json: try options.write(JSONText.encode(["folder": portfolio]))
        case .text: try options.write("Wrote \(Figures.count(count, "solution")) to \(portfolio).\n")
        }
    }
}
