import ArgumentParser
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one challenge's statement.")

    @Argument(help: ArgumentHelp("The challenge, as `judge list` names it.", valueName: "id"))
    var id: String

    @OptionGroup var options: GlobalOptions

    private struct Shown: Encodable {
        let id: String
        let name: String
        let difficulty: String?
        let keywords: [String]
        let statement: String
        let starter: String?
        let time_limit_seconds: Double?
        let memory_limit_bytes: Int
    }

    func run() throws {
        let challenge = try options.registry().challenge(id)
        let metadata = challenge.metadata
        guard let statement = challenge.statement(), let text = statement.text else {
            throw JudgeError(.failure, "no-statement", "\(id) has no statement that can be shown in a terminal")
        }
        switch options.format {
        case .json:
            try options.write(
                JSONText.encode(
                    Shown(
                        id: challenge.slug, name: metadata.name(), difficulty: metadata.difficulty?.rawValue,
                        keywords: metadata.keywords, statement: text, starter: try challenge.starter(),
                        time_limit_seconds: metadata.limits.timeLimit, memory_limit_bytes: metadata.limits.memory << 20)
                ))
        case .text:
            let samples = challenge.sampleTexts().map {
                MarkdownText.Sample(name: $0.name, input: $0.input, answer: $0.answer)
            }
            let heading = "# \(metadata.name())\n\n"
            let next = "\n\n---\n\n`judge start \(id)` writes a starter and the samples.\n"
            try options.write(MarkdownText.render(heading + text + next, style: options.style, samples: samples))
        }
    }
}
