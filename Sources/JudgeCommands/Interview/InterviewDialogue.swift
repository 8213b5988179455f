import ArgumentParser
import Complexity
import Foundation
import Grading
import Interviews
import JudgeCore
import Registry
import Reporting
import Storage

/// The conversation of a mock interview in a terminal, or with a file of commands.
struct InterviewDialogue {
    let interview: InterviewRecord
    let registry: Registry
    let store: Store
    let options: GlobalOptions
    let run: RunOptions

    private enum Command: String, CaseIterable {
        case show, test, submit, next, time, help, end
    }

    private var ansi: ANSI { ANSI(isOn: options.style.color) }
    private var folder: String { interview.folder ?? "." }

    /// A result in JSON has standard output for itself.
    private func show(_ text: String) throws {
        if options.format == .json { StandardStream.error(text) } else { try options.write(text, to: nil) }
    }

    /// Goes on until the candidate ends it or the time is over.
    func hold() async throws {
        try show("\(ansi("Mock interview", .bold)): \(interview.minutes) minutes, from now on.\n\n")
        for (index, slug) in interview.tasks.enumerated() {
            let challenge = try registry.challenge(slug)
            let minutes = challenge.interview.map { "\($0.minutes) min" } ?? ""
            try show("  \(index + 1)  \(ansi(challenge.name, .bold))  \(minutes)  \(file(of: slug))\n")
        }
        try help()
        while true {
            guard interview.deadline > .now else { return try show("\nThe time is over.\n") }
            try show("\n" + ansi("[\(left) left] > ", .bold))
            guard let line = await Keyboard.answer(oneKey: false) else {
                // A terminal that went away ends nothing: `--resume` goes on. A file of commands has an end.
                if isatty(0) == 0 { try await store.endInterview(interview.id) }
                return try show("\n")
            }
            if Keyboard.echoes { try show("\(line)\n") }
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            guard let command = Command(rawValue: first) else {
                try show("there is no command '\(first.displayed)'; \(Self.summary)\n")
                continue
            }
            do {
                try await perform(command, words.dropFirst().first)
                if command == .end { return }
            } catch let error as JudgeError {
                try show("\(error)\n")
            } catch is ExitCode {
                // The report has said what is not as it should be.
            }
        }
    }

    private static let summary = "commands: show N, test N, submit N, next N, time, help, end"

    private func help() throws {
        try show("\n\(Self.summary); edit the files meanwhile.\n")
    }

    private var left: String {
        let seconds = max(0, (interview.deadline.milliseconds - Timestamp.now.milliseconds) / 1000)
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }

    private func file(of slug: String) -> String { "\(folder)/\(slug)/\(slug).swift" }

    private func perform(_ command: Command, _ argument: String?) async throws {
        switch command {
        case .time: try show("\(left) left\n")
        case .help: try help()
        case .end: try await store.endInterview(interview.id)
        case .show, .test, .submit, .next:
            guard let number = argument.flatMap({ Int($0) }), interview.tasks.indices.contains(number - 1) else {
                throw JudgeError(
                    .usage, "unknown-task",
                    "name a task by its number, 1 to \(interview.tasks.count), as in '\(command) 1'")
            }
            try await perform(command, number, try registry.challenge(interview.tasks[number - 1]))
        }
    }

    private func perform(_ command: Command, _ number: Int, _ challenge: Challenge) async throws {
        let grading = GradingCommand(
            file: file(of: challenge.slug), challenge: challenge.slug, options: options, run: run)
        switch command {
        case .test:
            try await grading.grade(.samples) { result, _ in
                try show(text(of: result, scope: .publicCases(command: "submit \(number)")))
            }
        case .submit:
            try await askForGrowth(of: challenge)
            try await grading.grade(.everything) { result, submission in
                try show(text(of: result, scope: .everything))
                try await store.record(
                    submission, graded: GradedReport(result.report, json: JSONReport.text(of: result.report)))
                if result.report.verdict == .accepted, challenge.interview?.followUps.isEmpty == false {
                    try show("\nSolved. `next \(number)` asks what an interviewer asks now.\n")
                }
            }
        case .next: try await askNext(challenge, number)
        default:
            let text = "# \(challenge.name)\n\n\(challenge.statement()?.text ?? "")"
            try show(MarkdownText.render(text, style: options.style, samples: challenge.samplesShown))
        }
    }

    private func text(of result: Grader.Result, scope: TextReport.Scope) -> String {
        TextReport.text(
            of: result.report, limits: result.limits, style: options.style, scope: scope, growth: .everything)
    }

    /// Before the first submission to a task whose growth is measured.
    private func askForGrowth(of challenge: Challenge) async throws {
        guard let settings = challenge.growth,
            try await store.interview(interview.id)?.predictions[challenge.slug] == nil
        else { return }
        let names = settings.variables.map(\.name).joined(separator: ", ")
        try show("Before it is measured, in \(names); Enter says nothing.\n")
        let time = try await bound("How does its work grow? ", settings)
        let space = try await bound("And its memory, beyond the arguments? ", settings)
        _ = try await store.predict(time: time, space: space, of: challenge.slug, in: interview.id)
    }

    private func bound(_ question: String, _ settings: GrowthSettings) async throws -> String {
        while true {
            try show(ansi(question, .bold))
            // Names of variables have their case, so the line is taken as it is.
            guard let line = await Keyboard.line() else { return "" }
            if Keyboard.echoes { try show("\(line)\n") }
            do {
                _ = try Prediction.bound(line, settings)
                return line
            } catch {
                try show("\(error.message), as in n * log(n) + k\n")
            }
        }
    }

    /// The follow-up questions, once the task is solved: each, a pause to answer aloud, and what a good answer says.
    private func askNext(_ challenge: Challenge, _ number: Int) async throws {
        let solved = try await store.submissions(of: interview, to: challenge.slug).contains {
            $0.state.verdict == .accepted
        }
        guard solved else {
            throw JudgeError(.usage, "not-solved", "what is asked next opens when task \(number) is solved")
        }
        for followUp in challenge.interview?.followUps ?? [] {
            try show("\n" + MarkdownText.render("**\(followUp.ask)**", style: options.style))
            try show(ansi("Answer aloud, then press Enter. ", .dim))
            let line = await Keyboard.line()
            if Keyboard.echoes { try show("\n") }
            try show(MarkdownText.render(followUp.answer, style: options.style))
            if line == nil { return }
        }
    }
}
