import ArgumentParser
import Foundation
import JudgeCore
import Registry
import Reporting

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the challenges.",
        discussion: "Packages that cannot be read are named on standard error and do not hide the others.")

    @Option(help: ArgumentHelp("Only those about this.", valueName: "topic"))
    var topic: InterviewNotes.Topic?

    @Option(help: ArgumentHelp("Only those that are so hard.", valueName: "level"))
    var level: Difficulty?

    @Option(help: ArgumentHelp("Only those of this form.", valueName: "form"))
    var form: Challenge.Form?

    @OptionGroup var options: GlobalOptions

    private struct Row: Encodable {
        let id: String
        let name: String?
        let form: Challenge.Form
        let difficulty: String?
        let topic: String?
        let minutes: Int?
        let keywords: [String]
        let time_limit_seconds: Double?
        let memory_limit_bytes: Int?
        let error: String?
    }

    func run() throws {
        let entries = try options.registry().list().filter { entry in
            (topic == nil || entry.interview?.topic == topic) && (level == nil || entry.difficulty == level)
                && (form == nil || entry.form == form)
        }
        switch options.format {
        case .json:
            try options.write(JSONText.encode(entries.map(row)))
        case .text:
            var table = Table([
                .init("ID", style: .bold), .init("NAME", shrinks: true), .init("FORM"), .init("TOPIC"), .init("LEVEL"),
                .init("MIN"),
            ])
            for entry in entries {
                guard entry.problem == nil else { continue }
                table.add([
                    entry.slug, entry.name, entry.form.rawValue, entry.interview?.topic.rawValue ?? "",
                    entry.difficulty?.rawValue ?? "",
                    entry.interview.map { "\($0.minutes)" } ?? "",
                ])
            }
            try options.write(table.text(style: options.style))
        }
        for entry in entries { if let problem = entry.problem { writeError("judge: \(problem)") } }
    }

    private func row(_ entry: ChallengeSummary) -> Row {
        Row(
            id: entry.slug, name: entry.metadata?.name(), form: entry.form, difficulty: entry.difficulty?.rawValue,
            topic: entry.interview?.topic.rawValue, minutes: entry.interview?.minutes,
            keywords: entry.keywords, time_limit_seconds: entry.limits?.timeLimit,
            memory_limit_bytes: entry.limits.map { $0.memory << 20 }, error: entry.problem?.description)
    }
}

extension InterviewNotes.Topic: ExpressibleByArgument {}
extension Challenge.Form: ExpressibleByArgument {}
extension Difficulty: ExpressibleByArgument {}
