import ArgumentParser
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting
import Storage

struct QuizCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quiz", abstract: "Asks the questions of a quiz, and explains each answer.",
        discussion: """
            Without an ID it lists the quizzes and how far you have come. Questions and options come in another order each \
            time. Where standard input is no terminal, it holds one answer a line: a letter, letters, or a number.
            """)

    @Argument(help: ArgumentHelp("The quiz, as `judge quiz` lists it.", valueName: "id"))
    var id: String?

    @Flag(help: "Go on with the attempt that was left.")
    var resume = false

    @Option(help: ArgumentHelp("What the order follows from; default: another each time.", valueName: "number"))
    var seed: UInt64?

    @OptionGroup var options: GlobalOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard !resume || seed == nil else { throw ValidationError("--resume goes on in the order that it had") }
        guard id != nil || !resume && seed == nil else { throw ValidationError("name the quiz that is meant") }
    }

    func run() async throws {
        let store = try daemon.store()
        guard let id else { return try await list(store) }
        let challenge = try options.registry().challenge(id)
        guard let quiz = challenge.quiz else {
            throw JudgeError(.usage, "no-quiz", "\(id) is no quiz, but a task to be coded: `judge start \(id)`")
        }
        var attempt = try await attempt(at: challenge.slug, quiz, store)
        let sheet = QuizSheet(quiz, seed: attempt.seed)
        // A result in JSON has standard output for itself.
        let dialogue = QuizDialogue(style: options.style) { [options] text in
            if options.format == .json { StandardStream.error(text) } else { try options.write(text) }
        }
        try dialogue.begin(challenge.name, sheet)
        for (index, item) in sheet.items.enumerated() {
            if attempt.answers.contains(where: { $0.question == item.id }) { continue }
            guard let (answer, feedback) = try await dialogue.ask(item, index: index, sheet) else { break }
            attempt = try await store.answer(
                QuizAnswer(question: item.id, answer: answer, isRight: feedback.isRight), in: attempt.id)
        }
        switch options.format {
        case .json: try options.write(JSONText.encode(Outcome(attempt)))
        case .text:
            let best = try await store.quizStandings(of: nil)[id]?.best
            try dialogue.end(
                right: attempt.right, answered: attempt.answers.count, total: attempt.total, best: best, id: id)
        }
    }

    private func attempt(at slug: String, _ quiz: Quiz, _ store: Store) async throws -> QuizAttempt {
        if resume {
            guard let open = try await store.openQuizAttempt(at: slug, of: nil) else {
                throw JudgeError(
                    .usage, "no-open-attempt", "no attempt at \(slug) was left; begin one without --resume")
            }
            return open
        }
        let attempt = QuizAttempt(
            id: UUID().uuidString.lowercased(), userID: nil, quiz: slug,
            seed: seed ?? UInt64.random(in: .min ... .max), total: quiz.questions.count)
        try await store.begin(attempt)
        return attempt
    }

    private struct Outcome: Encodable {
        struct Answer: Encodable {
            let question: String
            let answer: String
            let is_right: Bool
        }
        let quiz: String
        let right: Int
        let total: Int
        let answers: [Answer]

        init(_ attempt: QuizAttempt) {
            quiz = attempt.quiz
            right = attempt.right
            total = attempt.total
            answers = attempt.answers.map { Answer(question: $0.question, answer: $0.answer, is_right: $0.isRight) }
        }
    }

    // MARK: The list

    private struct Row: Encodable {
        let id: String
        let name: String
        let topic: String?
        let difficulty: String?
        let minutes: Int?
        let attempts: Int
        let best: Int?
        let total: Int?
    }

    private func list(_ store: Store) async throws {
        let standings = try await store.quizStandings(of: nil)
        let rows = try options.registry().list().filter { $0.form == .quiz && $0.problem == nil }.map { entry in
            let standing = standings[entry.slug]
            return Row(
                id: entry.slug, name: entry.name, topic: entry.interview?.topic.rawValue,
                difficulty: entry.difficulty?.rawValue, minutes: entry.interview?.minutes,
                attempts: standing?.attempts ?? 0, best: standing?.best, total: standing?.total)
        }
        if options.format == .json { return try options.write(JSONText.encode(rows)) }
        var table = Table([
            .init("ID", style: .bold), .init("NAME", shrinks: true), .init("TOPIC"), .init("LEVEL"), .init("MIN"),
            .init("BEST"),
        ])
        for row in rows {
            let best = row.best.map { "\($0) of \(row.total ?? 0)" } ?? ""
            table.add([
                row.id, row.name, row.topic ?? "", row.difficulty ?? "", row.minutes.map { "\($0)" } ?? "", best,
            ])
        }
        try options.write(table.text(style: options.style))
    }
}
