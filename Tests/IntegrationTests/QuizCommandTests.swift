import Foundation
import Registry
import Support
import Testing

/// `judge quiz`, with answers from a file in place of keys.
@Suite("judge quiz")
struct QuizCommandTests {
    private static let slug = "quizbasics"

    private func quiz(_ folder: String, _ arguments: String, answers: String) async throws -> Finished {
        try write(answers, to: "\(folder)/answers")
        return try await execute(
            "/bin/sh",
            ["-c", "'\(Checkout.judge)' quiz \(arguments) --database '\(folder)/judge.sqlite' <'\(folder)/answers'"],
            environment: ["NO_COLOR": "1", "XDG_STATE_HOME": folder])
    }

    /// What to answer in this attempt so that all is right, worked out from the package and what was asked.
    private func key(_ folder: String, seed: Int) async throws -> [String] {
        let quiz = try #require(try Registry(root: Checkout.challenges).challenge(Self.slug).quiz)
        let asked = try await self.quiz(folder, "\(Self.slug) --seed \(seed)", answers: "")
        // Wrong answers first, to be told each question's letters.
        #expect(asked.status == 0)
        var answers: [String] = []
        for _ in quiz.questions {
            let text = try await self.quiz(
                folder, "\(Self.slug) --seed \(seed)",
                answers: (answers + ["a", "1", "q"]).joined(separator: "\n") + "\n"
            ).output
            let last = try #require(
                text.components(separatedBy: "/\(quiz.questions.count)\n").dropFirst(answers.count + 1).first)
            if last.contains("What number?") {
                let number = try #require(last.firstMatch(of: /✓  (-?[0-9.]+)/)?.1)
                answers.append(String(number))
            } else {
                answers.append(last.matches(of: /✓ ([a-h])\s/).map { String($0.1) }.joined())
            }
        }
        return answers
    }

    @Test("asks in an order of its own, explains each answer, and counts what is right")
    func whole() async throws {
        try await withFolder { folder in
            let answers = try await key(folder, seed: 7)
            #expect(answers.count == 10 && answers.allSatisfy { !$0.isEmpty }, "\(answers)")
            let right = try await quiz(folder, "\(Self.slug) --seed 7", answers: answers.joined(separator: "\n") + "\n")
            #expect(right.status == 0 && right.output.hasSuffix("10 of 10 right\n"), "\(right.output)")
            let other = try await quiz(folder, "\(Self.slug) --seed 8", answers: answers.joined(separator: "\n") + "\n")
            #expect(!other.output.contains("10 of 10 right"))
            let list = try await quiz(folder, "", answers: "")
            #expect(list.output.contains("10 of 10"), "\(list.output)")
            let json = try await quiz(
                folder, "\(Self.slug) --seed 7 --format json", answers: answers.joined(separator: "\n") + "\n")
            struct Outcome: Decodable { let quiz: String, right: Int, total: Int }
            let outcome = try JSONDecoder().decode(Outcome.self, from: Data(json.output.utf8))
            #expect(outcome.quiz == Self.slug && outcome.right == 10 && outcome.total == 10)
        }
    }

    @Test("can be left and gone on with; what is no answer is asked again")
    func left() async throws {
        try await withFolder { folder in
            let left = try await quiz(folder, "\(Self.slug) --seed 7", answers: "?\na\n1\nq\n")
            #expect(left.output.contains("the answer must be"), "\(left.output)")
            #expect(left.output.contains("--resume"), "\(left.output)")
            let on = try await quiz(folder, "\(Self.slug) --resume", answers: "q\n")
            #expect(on.status == 0 && !on.output.contains("1/10\n"), "\(on.output)")
            let none = try await quiz(folder, "quiznlp --resume", answers: "")
            #expect(none.status == 64 && none.errors.contains("no attempt at quiznlp was left"))
        }
    }

    @Test("quizzes and code are not mistaken for one another")
    func forms() async throws {
        try await withFolder { folder in
            let code = try await quiz(folder, "kmeans", answers: "")
            #expect(code.status == 64 && code.errors.contains("`judge start kmeans`"), "\(code.errors)")
            try write("func f() {}\n", to: "\(folder)/\(Self.slug).swift")
            for command in [
                ["submit", "\(folder)/\(Self.slug).swift"], ["start", Self.slug, folder], ["mutate", Self.slug],
            ] {
                let finished = try await judge(command)
                #expect(
                    finished.status == 64 && finished.errors.contains("`judge quiz \(Self.slug)`"), "\(finished.errors)"
                )
            }
            let shown = try await judge(["show", Self.slug])
            #expect(shown.status == 0 && shown.output.contains("judge quiz \(Self.slug)"))
            let some = try await judge(["list", "--form", "quiz", "--format", "json"])
            #expect(some.output.contains(Self.slug) && !some.output.contains("kmeans"))
        }
    }
}
