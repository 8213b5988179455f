import ArgumentParser
import Foundation
import Interviews
import JudgeCore
import Registry
import Reporting
import Storage

struct ProgressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Shows what is solved, where it is weak, and what to practise next.",
        discussion: """
            Looks at what `judge submit` and `judge quiz` graded here; with --user at what a member of a group sent to the \
            daemon of this database. `judge export --portfolio` writes the solutions themselves.
            """)

    @Option(help: ArgumentHelp("A user of the daemon whose database is here.", valueName: "name"))
    var user: String?

    @Option(help: ArgumentHelp("Also write badges as SVG into this folder.", valueName: "dir"))
    var badges: String?

    @OptionGroup var options: GlobalOptions
    @OptionGroup var daemon: DaemonOptions

    private struct Document: Encodable {
        struct Challenge: Encodable {
            let id: String
            let tries: Int
            let solved_at: String?
            let least_work: Double?
            let least_space: Double?
        }
        struct Topic: Encodable {
            let topic: String
            let challenges, tried, solved, tries, accepted: Int
            let weak: Bool
        }
        struct Quiz: Encodable {
            let id: String
            let attempts, best, questions: Int
        }
        struct Next: Encodable {
            let id: String
            let why: String
        }
        let solved: Int
        let current_streak_days: Int
        let longest_streak_days: Int
        let challenges: [Challenge]
        let topics: [Topic]
        let quizzes: [Quiz]
        let next: [Next]
    }

    func run() async throws {
        let store = try daemon.store()
        let owner = try await user.asyncMap { name in
            guard let user = try await store.user(name) else { throw Self.unknown(name) }
            return user.id
        }
        let entries = try options.registry().list()
        let progress = PracticeProgress(try await store.results(of: owner), entries: entries, now: .now)
        let quizzes = try await store.quizStandings(of: owner).sorted { $0.key < $1.key }
        switch options.format {
        case .json: try options.write(JSONText.encode(document(progress, quizzes)))
        case .text: try options.write(text(progress, quizzes, entries))
        }
        if let badges { try Portfolio.writeBadges(progress, entries: entries, to: badges) }
    }

    private static func unknown(_ name: String) -> JudgeError {
        JudgeError(
            .usage, "unknown-user",
            "there is no user '\(name.escapingControls)' in this database; `judge token create --user NAME` makes one")
    }

    private func document(
        _ progress: PracticeProgress, _ quizzes: [(key: String, value: QuizStanding)]
    ) -> Document {
        Document(
            solved: progress.solved, current_streak_days: progress.streak.current,
            longest_streak_days: progress.streak.longest,
            challenges: progress.challenges.map {
                Document.Challenge(
                    id: $0.id, tries: $0.tries, solved_at: $0.solvedAt?.iso8601, least_work: $0.leastWork,
                    least_space: $0.leastSpace)
            },
            topics: progress.topics.map {
                Document.Topic(
                    topic: $0.topic.rawValue, challenges: $0.challenges, tried: $0.tried, solved: $0.solved,
                    tries: $0.tries, accepted: $0.accepted, weak: $0.isWeak)
            },
            quizzes: quizzes.map {
                Document.Quiz(id: $0.key, attempts: $0.value.attempts, best: $0.value.best, questions: $0.value.total)
            },
            next: progress.next.map { Document.Next(id: $0.id, why: $0.why) })
    }

    private func text(
        _ progress: PracticeProgress, _ quizzes: [(key: String, value: QuizStanding)], _ entries: [ChallengeSummary]
    ) -> String {
        guard !progress.challenges.isEmpty || !quizzes.isEmpty else {
            return "Nothing yet: `judge submit FILE` grades a solution, `judge list` shows what there is.\n"
        }
        let ansi = ANSI(isOn: options.style.color)
        let all = entries.count { $0.problem == nil && $0.form != .quiz }
        let streak = progress.streak
        var parts = [
            "\(ansi("\(progress.solved) of \(all) solved", .bold))\n"
                + "streak: \(Figures.count(streak.current, "day")), longest \(Figures.count(streak.longest, "day"))\n"
        ]
        var solved = Table([
            .init("CHALLENGE", style: .bold), .init("SOLVED"), .init("TRIES", alignment: .right),
            .init("LEAST WORK", alignment: .right), .init("LEAST MEMORY", alignment: .right),
        ])
        for challenge in progress.challenges {
            solved.add([
                challenge.id, challenge.solvedAt.map { String($0.iso8601.prefix(10)) } ?? "not yet",
                "\(challenge.tries)", challenge.leastWork.map(Figures.metric) ?? "",
                challenge.leastSpace.map(Figures.metric) ?? "",
            ])
        }
        parts.append(solved.text(style: options.style))
        var topics = Table([
            .init("TOPIC", style: .bold), .init("SOLVED", alignment: .right), .init("ACCEPTED", alignment: .right),
            .init(""),
        ])
        for topic in progress.topics where topic.tried > 0 {
            topics.add([
                topic.topic.rawValue, "\(topic.solved) of \(topic.challenges)", "\(topic.accepted) of \(topic.tries)",
                topic.isWeak ? "weak" : "",
            ])
        }
        parts.append(topics.text(style: options.style))
        var quizTable = Table([.init("QUIZ", style: .bold), .init("BEST", alignment: .right)])
        for (id, standing) in quizzes { quizTable.add([id, "\(standing.best) of \(standing.total)"]) }
        parts.append(quizTable.text(style: options.style))
        var next = Table([.init("NEXT", style: .bold), .init("", shrinks: true)])
        for (id, why) in progress.next { next.add([id, why]) }
        parts.append(next.text(style: options.style))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
