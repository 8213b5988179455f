import ArgumentParser
import Compilation
import Foundation
import Interviews
import JudgeCore
import Registry
import Reporting
import Storage

struct InterviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interview", abstract: "Holds a mock interview: tasks, a clock, follow-ups, a scorecard.",
        discussion: """
            Picks two or three tasks that fit the time, writes their starters into a folder, and waits for commands: `test 1`, \
            `submit 1`, `next 1`, `end`. Before growth is measured it asks how you think that your solution grows. At the end \
            the scorecard says what was solved and when, how the predictions compared, and what to practise.
            """)

    @Option(help: ArgumentHelp("How many minutes there are.", valueName: "number"))
    var minutes = 45

    @Option(help: "Whom the interview is for: junior or senior.")
    var level: InterviewWish.Level = .junior

    @Option(help: ArgumentHelp("What it is about; default: anything.", valueName: "topic"))
    var topic: InterviewNotes.Topic?

    @Option(
        help: ArgumentHelp(
            "The folder for the starters; default: one named for the time.", valueName: "dir"),
        completion: .directory)
    var folder: String?

    @Option(help: ArgumentHelp("What the choice of tasks follows from; default: chance.", valueName: "number"))
    var seed: UInt64?

    @Flag(help: "Go on with the interview that was begun last and has time left.")
    var resume = false

    @OptionGroup var options: GlobalOptions
    @OptionGroup var run: RunOptions

    func validate() throws {
        guard InterviewWish.range.contains(minutes) else {
            throw ValidationError(
                "--minutes must be a number from \(InterviewWish.range.lowerBound) to \(InterviewWish.range.upperBound)"
            )
        }
        guard !resume || folder == nil && seed == nil else {
            throw ValidationError("--resume goes on with the tasks and in the folder that it had")
        }
    }

    func run() async throws {
        let registry = try options.registry()
        // Nothing has been graded yet, so the state folder may not be there.
        let state = try StateFolder(path: run.statePath(options.environment))
        let store = try Store(path: "\(state.path)/judge.sqlite")
        defer { try? store.close() }
        let interview = resume ? try await latest(store) : try await begin(registry, store)
        let dialogue = InterviewDialogue(
            interview: interview, registry: registry, store: store, options: options, run: run)
        try await dialogue.hold()
        guard let ended = try await store.interview(interview.id) else { return }
        let card = try await Scorecard.of(ended, store: store, registry: registry)
        let markdown = card.markdown(try registry.list())
        try options.write(markdown, to: "\(interview.folder ?? ".")/scorecard.md")
        switch options.format {
        case .json: try options.write(JSONText.encode(card))
        case .text: try options.write("\n" + MarkdownText.render(markdown, style: options.style))
        }
    }

    private func latest(_ store: Store) async throws -> InterviewRecord {
        guard let last = try await store.interviews(of: nil, limit: 1).first, last.end > .now else {
            throw JudgeError(.usage, "no-interview", "no interview has time left; begin one without --resume")
        }
        return last
    }

    private func begin(_ registry: Registry, _ store: Store) async throws -> InterviewRecord {
        let accepted = try await store.submissions(Store.Filter(owner: .nobody, verdict: .accepted), limit: 10_000)
        var random = SeededGenerator(seed: seed ?? .random(in: .min ... .max))
        let tasks = try InterviewWish(minutes: minutes, level: level, topic: topic).tasks(
            among: registry.list(), solved: Set(accepted.map(\.challenge)), using: &random)
        let name = "interview-\(Timestamp.now.iso8601.prefix(16).replacing("T", with: "-").replacing(":", with: ""))"
        let folder = folder ?? name
        var files: [(path: String, data: Data)] = []
        for task in tasks {
            let challenge = try registry.challenge(task.slug)
            for file in try challenge.starterFiles() {
                files.append(("\(folder)/\(task.slug)/\(file.name)", file.data))
            }
        }
        if let taken = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
            throw JudgeError(.usage, "file-exists", "\(taken.path) is already there; name another --folder")
        }
        try FileManager.default.writeNew(files, to: folder)
        let interview = InterviewRecord(
            id: UUID().uuidString.lowercased(), userID: nil, minutes: minutes, tasks: tasks.map(\.slug), folder: folder)
        try await store.begin(interview)
        return interview
    }
}

extension InterviewWish.Level: ExpressibleByArgument {}
