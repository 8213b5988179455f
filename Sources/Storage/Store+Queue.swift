import Foundation

package import JudgeCore

/// What comes into the queue, and its order.
///
/// It is that of start-time fair queueing (Goyal, Vin and Cheng, 1996), with each submission as long as any other: a submission
/// gets the turn after its sender's last one, or the present turn where the sender has not been there for a while. So the
/// hundredth of one sender comes after the first of all others, and taking up the next looks at nothing but the smallest turn.
extension Store {
    /// Queues `submission` for `user`, unless that is more than `limits` allow.
    ///
    /// - Parameter key: repeats of the same request bear the same one, and are answered with what the first one made.
    package func enqueue(
        _ submission: Submission, user: User, key: String? = nil, limits: QueueLimits, now: Timestamp? = nil
    ) async throws -> Enqueued {
        try await writing { database in
            let now = try now ?? database.now
            try database.lock(.sending(user.id))
            if let key,
                let earlier = try database.first(
                    sql: SubmissionRecord.select + " WHERE user_id = ? AND idempotency_key = ?",
                    arguments: [user.id, key], SubmissionRecord.init)
            {
                let same = earlier.sha256 == submission.sha256 && earlier.challenge == submission.challenge
                return same ? .repeated(earlier) : .conflicting
            }
            let own = Conditions.owner(user.id).newest("number", of: "submissions", limits.rate, database.dialect)
            let sent: Int64? = try database.value(
                sql: """
                    SELECT submitted_at FROM submissions WHERE number = (
                        SELECT number FROM (\(own.sql)) AS newest ORDER BY number DESC LIMIT 1 OFFSET \(limits.rate - 1))
                    """, arguments: own.arguments)
            if let sent {
                let free = Timestamp(milliseconds: sent) + limits.rateWindow
                if free > now { return .userFull(free - now) }
            }
            let waiting = try Self.queued(database, "worker IS NULL AND sender = ?", [user.id])
            guard waiting < limits.waitingOfUser else { return .userFull(.seconds(5)) }
            guard try Self.queued(database, "worker IS NULL", []) < limits.waiting else { return .queueFull }
            let number = try Self.insert(submission, user: user.id, key: key, at: now, into: database)
            try Self.queue(number, of: user.id, attempt: 0, in: database)
            try Self.addEvent(number, .queued, attempt: 0, detail: nil, at: now, in: database)
            guard let record = try SubmissionRecord.number(number, in: database) else {
                throw Self.vanished(submission.id)
            }
            return .accepted(record)
        }
    }

    /// Keeps what a command graded by itself.
    package func record(_ submission: Submission, graded report: GradedReport, now: Timestamp? = nil) async throws {
        try await writing { database in
            let now = try now ?? database.now
            let number = try Self.insert(submission, user: nil, key: nil, at: now, into: database)
            try database.execute(
                sql:
                    "UPDATE submissions SET phase = 'graded', verdict = ?, ended_at = ?, work = ?, space = ? WHERE number = ?",
                arguments: [report.verdict.rawValue, now.milliseconds, report.work, report.space, number])
            try Self.keep(report, of: number, attempt: 0, in: database)
            try Self.addEvent(number, .graded, attempt: 0, detail: report.verdict.rawValue, at: now, in: database)
        }
    }

    /// Queues a submission once more that was graded or given up; its report stands until there is a new one.
    ///
    /// - Returns: the submission as it is then; `nil` when there is none, it has not ended, or its source is gone.
    package func rejudge(_ id: String, now: Timestamp? = nil) async throws -> SubmissionRecord? {
        try await writing { database in
            let now = try now ?? database.now
            guard let record = try SubmissionRecord.id(id, isLocked: true, in: database), record.state.isTerminal,
                try database.value(
                    sql: "SELECT submission FROM sources WHERE submission = ?", arguments: [record.number])
                    as Int64? != nil
            else { return nil }
            try database.execute(
                sql:
                    "UPDATE submissions SET phase = 'queued', verdict = NULL, reason = NULL, ended_at = NULL WHERE number = ?",
                arguments: [record.number])
            try Self.queue(record.number, of: record.userID, attempt: record.attempt, in: database)
            try Self.addEvent(
                record.number, .queued, attempt: record.attempt, detail: "rejudged", at: now, in: database)
            return try SubmissionRecord.number(record.number, in: database)
        }
    }

    // MARK: Figures

    /// How many submissions wait, and how many are being graded.
    package func load() async throws -> (waiting: Int, underWay: Int) {
        try await reading { database in
            (
                try Self.queued(database, "worker IS NULL", []),
                try Self.queued(database, "worker IS NOT NULL", [])
            )
        }
    }

    // MARK: Steps

    static func queued(
        _ database: any Database, _ condition: String, _ arguments: [(any ColumnValue)?] = []
    ) throws -> Int {
        try database.value(sql: "SELECT count(*) FROM queue WHERE \(condition)", arguments: arguments) ?? 0
    }

    /// Lets a submission wait for its sender's turn.
    private static func queue(
        _ number: Int64, of sender: User.ID?, attempt: Int, in database: any Database
    ) throws {
        var turn = try presentTurn(in: database)
        if let sender {
            let own: Int64? = try database.value(sql: "SELECT turn FROM users WHERE id = ?", arguments: [sender])
            turn = max(turn, (own ?? 0) + 1)
            try database.execute(sql: "UPDATE users SET turn = ? WHERE id = ?", arguments: [turn, sender])
        }
        try database.execute(
            sql: "INSERT INTO queue (submission, sender, turn, attempt, stage) VALUES (?, ?, ?, ?, 'queued')",
            arguments: [number, sender, turn, attempt])
        database.tell(.queue)
    }

    /// The turn that was taken up last; where nobody is at work the next one, or where nothing waits the last that was given.
    private static func presentTurn(in database: any Database) throws -> Int64 {
        for words in [
            "max(turn) FROM queue WHERE worker IS NOT NULL", "min(turn) FROM queue WHERE worker IS NULL",
            "max(turn) FROM users",
        ] {
            if let turn: Int64 = try database.value(sql: "SELECT \(words)") { return turn }
        }
        return 0
    }

    private static func insert(
        _ submission: Submission, user: User.ID?, key: String?, at now: Timestamp, into database: any Database
    ) throws -> Int64 {
        let number: Int64? = try database.value(
            sql: """
                INSERT INTO submissions (id, user_id, challenge, file, sha256, submitted_at, idempotency_key, phase)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'queued') RETURNING number
                """,
            arguments: [
                submission.id, user, submission.challenge, submission.file, submission.sha256, now.milliseconds, key,
            ])
        guard let number else { throw vanished(submission.id) }
        try database.execute(
            sql: "INSERT INTO sources (submission, bytes) VALUES (?, ?)", arguments: [number, Data(submission.source)])
        return number
    }

    static func addEvent(
        _ number: Int64, _ phase: SubmissionState.Phase, attempt: Int, detail: String?, at now: Timestamp,
        in database: any Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO events (submission, at, phase, attempt, detail) VALUES (?, ?, ?, ?, ?)",
            arguments: [number, now.milliseconds, phase.rawValue, attempt, detail])
    }

    static func keep(_ report: GradedReport, of number: Int64, attempt: Int, in database: any Database) throws {
        try database.execute(
            sql: """
                INSERT INTO reports (submission, attempt, json) VALUES (?, ?, ?)
                ON CONFLICT (submission) DO UPDATE SET attempt = excluded.attempt, json = excluded.json
                """,
            arguments: [number, attempt, report.json])
    }

    static func vanished(_ id: String) -> JudgeError {
        JudgeError(.failure, "submission-vanished", "submission \(id) is gone from the database")
    }
}
