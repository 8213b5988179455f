import ArgumentParser
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one challenge's statement.",
        discussion: "With --solution: how it can be solved, and what is asked next, with answers.")

    @Argument(help: ArgumentHelp("The challenge, as `judge list` names it.", valueName: "id"))
    var id: String

    @Flag(help: "Show the editorial in place of the statement.")
    var solution = false

    @OptionGroup var options: GlobalOptions

    private struct Shown: Encodable {
        let id: String
        let name: String
        let form: Challenge.Form
        let difficulty: String?
        let topic: String?
        let minutes: Int?
        let follow_ups: [FollowUp]
        let keywords: [String]
        let statement: String
        /// Only where it was asked for.
        let editorial: String?
        let starter: String?
        let time_limit_seconds: Double?
        let memory_limit_bytes: Int
    }

    private struct FollowUp: Encodable {
        let ask: String
        /// Only with the editorial.
        let answer: String?
    }

    func run() throws {
        let challenge = try options.registry().challenge(id)
        let editorial = solution ? challenge.solution()?.text : nil
        if solution, editorial == nil {
            throw JudgeError(.unavailable, "no-solution", "\(id) has no editorial")
        }
        let followUps = challenge.interview?.followUps ?? []
        let metadata = challenge.metadata
        guard let statement = challenge.statement(), let text = statement.text else {
            throw JudgeError(.failure, "no-statement", "\(id) has no statement that can be shown in a terminal")
        }
        switch options.format {
        case .json:
            try options.write(
                JSONText.encode(
                    Shown(
                        id: challenge.slug, name: metadata.name(), form: challenge.form,
                        difficulty: metadata.difficulty?.rawValue,
                        topic: challenge.interview?.topic.rawValue, minutes: challenge.interview?.minutes,
                        follow_ups: followUps.map { FollowUp(ask: $0.ask, answer: solution ? $0.answer : nil) },
                        keywords: metadata.keywords, statement: text, editorial: editorial,
                        starter: try challenge.starter(),
                        time_limit_seconds: metadata.limits.timeLimit, memory_limit_bytes: metadata.limits.memory << 20)
                ))
        case .text:
            let heading = "# \(metadata.name())\n\n"
            let asked = followUps.map { solution ? "- **\($0.ask)** \($0.answer)\n" : "- \($0.ask)\n" }.joined()
            let next = asked.isEmpty ? "" : "\n\n## Asked next\n\n\(asked)"
            let step =
                challenge.form == .quiz
                ? "`judge quiz \(id)` asks." : "`judge start \(id)` writes a starter and the samples."
            let end = solution ? "" : "\n\n---\n\n\(step)\n"
            try options.write(
                MarkdownText.render(
                    heading + (editorial ?? text) + next + end, style: options.style,
                    samples: solution ? [] : challenge.samplesShown))
        }
    }
}

extension Challenge {
    /// The public cases as its statement shows them.
    var samplesShown: [MarkdownText.Sample] {
        sampleTexts().map { MarkdownText.Sample(name: $0.name, input: $0.input, answer: $0.answer) }
    }
}
