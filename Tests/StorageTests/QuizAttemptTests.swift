import JudgeCore
import Support
import Testing

@testable import Storage

/// Attempts at quizzes.
@Suite struct QuizAttemptTests {
    private func attempt(_ id: String, _ user: User.ID?, quiz: String = "basics", total: Int = 2) -> QuizAttempt {
        QuizAttempt(id: id, userID: user, quiz: quiz, seed: .max - 3, total: total, startedAt: noon)
    }

    @Test(arguments: EngineKind.allCases) func `an attempt keeps its order and its answers, each once`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            try await store.begin(attempt("a", nil))
            let first = try await store.answer(QuizAnswer(question: "p", answer: "b", isRight: true), in: "a")
            #expect(first.seed == .max - 3 && first.right == 1 && !first.isComplete)
            let error = await #expect(throws: JudgeError.self) {
                try await store.answer(QuizAnswer(question: "p", answer: "a", isRight: false), in: "a")
            }
            #expect(error?.code == "already-answered")
            let last = try await store.answer(QuizAnswer(question: "q", answer: "0.5", isRight: false), in: "a")
            #expect(last.isComplete && last.answers.map(\.answer) == ["b", "0.5"])
            #expect(try await store.quizAttempt("a") == last)
            #expect(try await store.quizAttempt("b") == nil)
            await #expect(throws: JudgeError.self) {
                try await store.answer(QuizAnswer(question: "q", answer: "a", isRight: true), in: "b")
            }
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `the best of somebody's complete attempts stands, and the one that was left can be gone on with`(
        _ kind: EngineKind
    )
        async throws
    {
        try await withStore(kind) { store in
            let ann = try await store.putUser("ann", role: .member)
            func go(_ id: String, _ user: User.ID?, right: [Bool]) async throws {
                try await store.begin(attempt(id, user))
                for (index, isRight) in right.enumerated() {
                    _ = try await store.answer(QuizAnswer(question: "\(index)", answer: "a", isRight: isRight), in: id)
                }
            }
            try await go("1", ann.id, right: [true, false])
            try await go("2", ann.id, right: [true, true])
            try await go("3", ann.id, right: [false, false])
            try await go("4", ann.id, right: [true])
            try await go("5", nil, right: [false, false])
            #expect(
                try await store.quizStandings(of: ann.id) == ["basics": QuizStanding(attempts: 3, best: 2, total: 2)])
            #expect(try await store.quizStandings(of: nil) == ["basics": QuizStanding(attempts: 1, best: 0, total: 2)])
            #expect(try await store.openQuizAttempt(at: "basics", of: ann.id)?.id == "4")
            #expect(try await store.openQuizAttempt(at: "basics", of: nil) == nil)
            #expect(try await store.openQuizAttempt(at: "nlp", of: ann.id) == nil)
        }
    }

    @Test(arguments: EngineKind.allCases) func `one question in an attempt is answered once, whoever is first`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            try await store.begin(attempt("a", nil, total: 5))
            let taken = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        let answer = QuizAnswer(question: "q", answer: "\(index)", isRight: false)
                        return (try? await store.answer(answer, in: "a")) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(taken == 1)
        }
    }
}
