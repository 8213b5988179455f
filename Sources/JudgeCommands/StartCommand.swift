import ArgumentParser
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting

struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Writes a starter file and the samples.",
        discussion: "Files that are already there are never overwritten.")

    @Argument(help: ArgumentHelp("The challenge, as `judge list` names it.", valueName: "id"))
    var id: String

    @Argument(help: ArgumentHelp("The folder to write to; made if need be.", valueName: "dir"))
    var folder = "."

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let challenge = try options.registry().challenge(id)
        try challenge.mustTakeCode()
        let samples = challenge.samples?.cases ?? []
        let files = try challenge.starterFiles().map { (path: "\(folder)/\($0.name)", data: $0.data) }
        if let taken = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
            throw JudgeError(.usage, "file-exists", "\(taken.path) is already there; name another folder")
        }
        try FileManager.default.writeNew(files, to: folder)
        let source = folder == "." ? "\(id).swift" : "\(folder)/\(id).swift"
        switch options.format {
        case .json: try options.write(JSONText.encode(["files": files.map(\.path)]))
        case .text:
            try options.write(
                """
                Wrote \(source) and \(samples.count) samples beside it.
                  judge show \(id)
                  judge test \(source)
                  judge submit \(source)

                """)
        }
    }
}

extension Challenge {
    /// What a solver begins with: the starter, and the samples in a folder beside it.
    ///
    /// - Throws: `JudgeError` `no-starter`.
    func starterFiles() throws -> [(name: String, data: Data)] {
        guard let starter = try starter() else {
            throw JudgeError(.failure, "no-starter", "\(slug) has no starter for Swift")
        }
        var files = [(name: "\(slug).swift", data: Data(starter.utf8))]
        for sample in samples?.cases ?? [] {
            for (file, ending) in [(sample.input, "in"), (sample.answer, "ans")] {
                guard let data = FileManager.default.contents(atPath: file.location) else { continue }
                files.append((name: "samples/\(sample.shortName).\(ending)", data: data))
            }
        }
        return files
    }
}
