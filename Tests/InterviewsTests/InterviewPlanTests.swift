import JudgeCore
import Registry
import Support
import Testing

@testable import Interviews

/// Which tasks a mock interview has.
@Suite struct InterviewPlanTests {
    private static let entries = (try? Registry(root: Checkout.challenges).list()) ?? []

    private func tasks(
        _ wish: InterviewWish, solved: Set<String> = [], seed: UInt64 = 1
    ) throws -> [ChallengeSummary] {
        var random = SeededGenerator(seed: seed)
        return try wish.tasks(among: Self.entries, solved: solved, using: &random)
    }

    @Test(arguments: [(45, 2), (60, 3), (90, 3)], InterviewWish.Level.allCases)
    func `tasks fit the time and the level, fill most of it, and are about different things`(
        time: (minutes: Int, count: Int), level: InterviewWish.Level
    ) throws {
        for seed in UInt64(0)..<10 {
            let tasks = try tasks(InterviewWish(minutes: time.minutes, level: level), seed: seed)
            let used = tasks.reduce(0) { $0 + ($1.interview?.minutes ?? 0) }
            #expect((2...time.count).contains(tasks.count) && used <= time.minutes && used * 3 >= time.minutes * 2)
            #expect(tasks.allSatisfy { level.difficulties.contains($0.interview!.difficulty) && $0.form != .quiz })
            #expect(Set(tasks.map(\.slug)).count == tasks.count)
            #expect(Set(tasks.compactMap(\.interview?.topic)).count == tasks.count)
        }
    }

    @Test func `the same seed picks the same, others pick others`() throws {
        let wish = InterviewWish(minutes: 60, level: .junior)
        #expect(try tasks(wish, seed: 4).map(\.slug) == tasks(wish, seed: 4).map(\.slug))
        #expect(Set(try (0..<20).map { try tasks(wish, seed: $0).map(\.slug) }).count > 3)
    }

    @Test func `what is solved already comes last`() throws {
        let wish = InterviewWish(minutes: 45, level: .junior)
        let first = Set(try tasks(wish).map(\.slug))
        let others = Set(try tasks(wish, solved: first).map(\.slug))
        #expect(first.isDisjoint(with: others))
        // Where all is solved there is still an interview to be had.
        #expect(try tasks(wish, solved: Set(Self.entries.map(\.slug))).count == 2)
    }

    @Test func `a topic is kept to, and where no two tasks fit that is said`() throws {
        let tasks = try tasks(InterviewWish(minutes: 60, level: .senior, topic: .neural))
        #expect(tasks.count >= 2 && tasks.allSatisfy { $0.interview?.topic == .neural })
        let error = #expect(throws: JudgeError.self) {
            try self.tasks(InterviewWish(minutes: 15, level: .senior, topic: .trees))
        }
        #expect(error?.code == "no-tasks" && error?.message.contains("senior tasks about trees fit into 15") == true)
    }
}
