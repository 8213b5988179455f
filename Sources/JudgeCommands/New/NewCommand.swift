import ArgumentParser
import Foundation
import JudgeCore
import Registry
import Reporting

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Writes a new challenge package to begin with.",
        discussion: """
            The package is a small challenge that is complete and passes `judge verify`: a statement, a starter, a harness, \
            samples, hidden data with a generator, validators, an editorial, and right, wrong and slow solutions. Turn it into \
            yours step by step.
            """)

    @Argument(help: ArgumentHelp("The new challenge: lowercase letters and digits.", valueName: "id"))
    var id: String

    @Option(help: "What people call it; default: the id.")
    var name: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        guard Slug.isPortable(id) else {
            throw JudgeError(
                .usage, "bad-slug",
                "'\(id.escapingControls)' cannot be a challenge's id: take lowercase letters and digits")
        }
        let name = name ?? id
        guard !name.isEmpty, name.count <= 100, !name.contains(where: { "\\$\"\n:#".contains($0) || $0.isNewline })
        else {
            throw JudgeError(
                .usage, "bad-name", "the name must be up to 100 characters of plain text, without \\ $ \" : and #")
        }
        let root = try options.installation().challenges
        let folder = "\(root)/\(id)"
        guard !FileManager.default.fileExists(atPath: folder) else {
            throw JudgeError(.usage, "file-exists", "\(folder) is already there; take another id")
        }
        let files = PackageScaffold(slug: id, name: name).files
        try FileManager.default.writeNew(files.map { ("\(folder)/\($0.path)", Data($0.text.utf8)) }, to: folder)
        switch options.format {
        case .json: try options.write(JSONText.encode(["folder": folder]))
        case .text:
            try options.write(
                """
                Wrote \(files.count) files to \(folder).
                  judge show \(id)
                  judge verify \(id)
                  judge mutate \(id)

                """)
        }
    }
}
