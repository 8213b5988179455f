import ArgumentParser
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a challenge as a package for other judges.",
        discussion: """
            Version 2023-07-draft of the Problem Package Format, which Kattis's problemtools read, with all that it needs: \
            harness, ChallengeKit, and hidden data, drawn anew with chance of their own. Growth is not judged elsewhere.
            """)

    @Argument(help: ArgumentHelp("The challenge, as `judge list` names it.", valueName: "id"))
    var id: String

    @Argument(help: ArgumentHelp("The folder in which the package's folder is made.", valueName: "dir"))
    var folder = "."

    @OptionGroup var options: GlobalOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
        let installation = try options.installation()
        let challenge = try options.registry(of: installation).challenge(id)
        let tools = try await run.tools(installation, environment: options.environment)
        let line = options.progressLine(title: id)
        defer { line.finish() }
        let target = "\(folder)/\(challenge.slug)"
        if FileManager.default.fileExists(atPath: target) {
            throw JudgeError(.usage, "file-exists", "\(target) is already there; name another folder")
        }
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
}
