import Foundation
import Registry
import Support
import Testing

/// `judge interview`, with somebody who solves the first task meanwhile.
@Suite("judge interview", .serialized)
struct InterviewCommandTests {
    private struct Card: Decodable {
        struct Task: Decodable {
            struct Prediction: Decodable { let time: String, space: String }
            struct Fit: Decodable { let resource: String, variable: String, agrees: Bool }
            let id: String, tries: Int, verdict: String?, solved_after_minutes: Double?
            let prediction: Prediction?, fits: [Fit]
        }
        let minutes: Int, used_minutes: Double, tasks: [Task]
    }

    /// Runs an interview whose candidate waits for the starters, puts the model solution of the first task in its place,
    /// and then types `commands`.
    private func interview(_ folder: String, _ arguments: String, commands: String) async throws -> Finished {
        let registry = Registry(root: Checkout.challenges)
        for slug in CatalogueTests.coded {
            let challenge = try registry.challenge(slug)
            let model = try #require(challenge.submissions.first(where: \.isModelSolution)?.files.first)
            try FileManager.default.createDirectory(atPath: "\(folder)/models", withIntermediateDirectories: true)
            try? FileManager.default.copyItem(atPath: model.location, toPath: "\(folder)/models/\(slug).swift")
        }
        try write(commands, to: "\(folder)/commands")
        let candidate = """
            ( for i in $(seq 300); do [ -n "$(ls tasks 2>/dev/null)" ] && break; sleep 0.1; done; sleep 0.5
              for slug in $(ls tasks); do cp models/$slug.swift tasks/$slug/$slug.swift; done
              cat commands ) | '\(Checkout.judge)' interview \(arguments) --state state
            """
        return try await execute("/bin/sh", ["-c", candidate], environment: ["NO_COLOR": "1"], directory: folder)
    }

    @Test("asks for growth before it measures, opens what is asked next, and writes a scorecard")
    func whole() async throws {
        try await withFolder { folder in
            let commands =
                "next 1\nsubmit 1\nn +\n1\n\nnext 1\n" + String(repeating: "\n", count: 8) + "submit 9\nhop\nend\n"
            let finished = try await interview(
                folder, "--minutes 55 --seed 1 --topic metrics --folder tasks", commands: commands)
            let text = finished.output
            #expect(finished.status == 0, "\(text) \(finished.errors)")
            #expect(text.contains("what is asked next opens when task 1 is solved"))
            #expect(text.contains("How does its work grow?") && text.contains("column "))
            #expect(text.contains("accepted") && text.contains("Solved. `next 1`"))
            #expect(text.contains("Answer aloud") && text.contains("name a task by its number"))
            #expect(text.contains("there is no command 'hop'"))
            #expect(text.contains("1 of 2 solved") && text.contains("To practise"), "\(text)")
            let card = try String(contentsOfFile: "\(folder)/tasks/scorecard.md", encoding: .utf8)
            #expect(card.hasPrefix("# Scorecard") && card.contains("You said `1` for time and nothing for space"))
            #expect(card.contains("not so; it grows like"))
        }
    }

    @Test("a scorecard is JSON where that is asked for, and a file of commands that ends ends it")
    func json() async throws {
        try await withFolder { folder in
            let finished = try await interview(
                folder, "--minutes 45 --seed 2 --folder tasks --format json", commands: "time\nshow 2\n")
            let card = try JSONDecoder().decode(Card.self, from: Data(finished.output.utf8))
            #expect(card.minutes == 45 && card.used_minutes < 5 && card.tasks.count == 2)
            #expect(card.tasks.allSatisfy { $0.tries == 0 && $0.verdict == nil && $0.prediction == nil })
            #expect(finished.errors.contains("left"))
        }
    }

    @Test(
        "what cannot be is refused in one sentence",
        arguments: [
            (["--minutes", "5"], "--minutes must be a number from 15 to 240"),
            (["--topic", "golf"], "golf"), (["--level", "expert"], "expert"),
            (["--resume", "--seed", "1"], "--resume goes on"), (["--resume"], "no interview has time left"),
            (["--minutes", "15", "--topic", "trees", "--level", "senior"], "no two senior tasks about trees"),
        ])
    func refused(arguments: [String], message: String) async throws {
        try await withFolder { folder in
            let finished = try await judge(
                ["interview"] + arguments + ["--state", "\(folder)/state"], directory: folder)
            #expect(finished.status == 64 && finished.errors.contains(message), "\(finished.errors)")
            #expect(try !FileManager.default.contentsOfDirectory(atPath: folder).contains { $0.hasPrefix("interview") })
        }
    }
}
