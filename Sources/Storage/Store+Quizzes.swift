internal import JudgeCore

/// Somebody's way through a quiz.
package struct QuizAttempt: Sendable, Equatable {
    /// What it is called.
    package let id: String
    /// Who answers; `nil` where a command asks.
    package let userID: User.ID?
    /// The quiz.
    package let quiz: String
    /// What the order of questions and options follows from.
    package let seed: UInt64
    /// How many questions there are.
    package let total: Int
    /// When it began.
    package let startedAt: Timestamp
    /// The answers in the order in which they came.
    package let answers: [QuizAnswer]

    /// How many answers are right.
    package var right: Int { answers.count(where: \.isRight) }
    /// Whether everything is answered.
    package var isComplete: Bool { answers.count >= total }
}

/// An answer to one question.
package struct QuizAnswer: Sendable, Equatable {
    /// The question, as the package calls it.
    package let question: String
    /// What was answered: letters, or a number.
    package let answer: String
    /// Whether that is right.
    package let isRight: Bool

    /// An answer of its parts.
    package init(question: String, answer: String, isRight: Bool) {
        self.question = question
        self.answer = answer
        self.isRight = isRight
    }
}

/// What somebody has made of a quiz.
package struct QuizStanding: Sendable, Equatable {
    /// How often they answered everything.
    package let attempts: Int
    /// The most that they had right then, of so many.
    package let best: Int
    package let total: Int
}

extension Store {
    /// Notes that an attempt begins.
    package func begin(_ attempt: QuizAttempt) async throws {
        try await writing { database in
            try database.execute(
                sql: """
                    INSERT INTO quiz_attempts (id, user_id, quiz, seed, total, started_at) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    attempt.id, attempt.userID, attempt.quiz, Int64(bitPattern: attempt.seed), attempt.total,
                    attempt.startedAt.milliseconds,
                ])
        }
    }

    /// The attempt of this name with its answers.
    package func quizAttempt(_ id: String) async throws -> QuizAttempt? {
        try await reading { try QuizAttempt.named(id, in: $0) }
    }

    /// The attempt of somebody at a quiz that is not complete, the latest.
    package func openQuizAttempt(at quiz: String, of user: User.ID?) async throws -> QuizAttempt? {
        try await reading { database in
            var conditions = Conditions.owner(user)
            conditions.add("quiz", quiz)
            conditions.add("ended_at IS NULL")
            let id: String? = try database.value(
                sql: "SELECT id FROM quiz_attempts" + conditions.text + " ORDER BY number DESC LIMIT 1",
                arguments: conditions.arguments)
            return try id.flatMap { try QuizAttempt.named($0, in: database) }
        }
    }

    /// Keeps an answer, once: what was answered is told its key.
    ///
    /// - Returns: the attempt as it is then.
    /// - Throws: `JudgeError` `unknown-attempt`, `already-answered`.
    package func answer(_ answer: QuizAnswer, in id: String, now: Timestamp? = nil) async throws -> QuizAttempt {
        try await writing { database in
            let now = try now ?? database.now
            guard let attempt = try QuizAttempt.named(id, isLocked: true, in: database) else {
                throw JudgeError(.usage, "unknown-attempt", "there is no attempt '\(id.escapingControls)'")
            }
            guard !attempt.answers.contains(where: { $0.question == answer.question }) else {
                throw JudgeError(
                    .usage, "already-answered",
                    "the question '\(answer.question.escapingControls)' is answered already, and its key was told")
            }
            try database.execute(
                sql: """
                    INSERT INTO quiz_answers (attempt, question, answer, is_right, at)
                    SELECT number, ?, ?, ?, ? FROM quiz_attempts WHERE id = ?
                    """, arguments: [answer.question, answer.answer, answer.isRight, now.milliseconds, id])
            if attempt.answers.count + 1 >= attempt.total {
                try database.execute(
                    sql: "UPDATE quiz_attempts SET ended_at = ? WHERE id = ?", arguments: [now.milliseconds, id])
            }
            return try QuizAttempt.named(id, in: database)!
        }
    }

    /// What somebody has made of each quiz that they went through.
    package func quizStandings(of user: User.ID?) async throws -> [String: QuizStanding] {
        try await reading { database in
            var conditions = Conditions.owner(user)
            conditions.add("ended_at IS NOT NULL")
            let standings = try database.all(
                sql: """
                    SELECT quiz, count(*) AS attempts, max(has_right) AS best, max(total) AS total FROM (
                        SELECT quiz, total, (SELECT count(*) FROM quiz_answers WHERE attempt = number AND is_right = 1)
                            AS has_right
                        FROM quiz_attempts\(conditions.text)) AS complete
                    GROUP BY quiz
                    """, arguments: conditions.arguments
            ) { row in
                (
                    row["quiz"] as String,
                    QuizStanding(attempts: row["attempts"], best: row["best"], total: row["total"])
                )
            }
            return Dictionary(uniqueKeysWithValues: standings)
        }
    }
}

extension QuizAttempt {
    /// A new attempt, nothing answered yet.
    package init(id: String, userID: User.ID?, quiz: String, seed: UInt64, total: Int, startedAt: Timestamp = .now) {
        self.init(
            id: id, userID: userID, quiz: quiz, seed: seed, total: total, startedAt: startedAt, answers: [])
    }

    fileprivate static func named(
        _ id: String, isLocked: Bool = false, in database: any Database
    ) throws -> QuizAttempt? {
        try database.first(
            sql: "SELECT * FROM quiz_attempts WHERE id = ?"
                + (isLocked ? database.dialect.locking("quiz_attempts") : ""), arguments: [id]
        ) { row in
            let answers = try database.all(
                sql: "SELECT question, answer, is_right FROM quiz_answers WHERE attempt = ? ORDER BY id",
                arguments: [row["number"] as Int64]
            ) { QuizAnswer(question: $0["question"], answer: $0["answer"], isRight: $0["is_right"]) }
            return QuizAttempt(
                id: row["id"], userID: row["user_id"], quiz: row["quiz"],
                seed: UInt64(bitPattern: row["seed"] as Int64), total: row["total"],
                startedAt: Timestamp(milliseconds: row["started_at"]), answers: answers)
        }
    }
}
