import Foundation

package import JudgeCore

/// The queue: what waits, who grades it, and what came of it.
///
/// A worker that takes a submission up holds it by a lease that it renews. When the lease runs out the submission waits
/// again, and what the old worker still brings is refused: the number of the attempt is a fencing token.
extension Store {
    /// After so many tries that the judge itself failed, a submission ends as `judge-error`.
    package static let mostTries = 3
    /// As it does when its worker was lost so often: then it may be what ends the workers.
    package static let mostLosses = 10

    /// How an attempt ends that brings no report.
    package enum Setback: Sendable {
        /// The judge failed: that was a try.
        case failed
        /// The worker was not heard of any more.
        case lost
        /// The worker was asked to stop.
        case stopped
    }

    // MARK: In

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
            let sent: Int64? = try database.value(
                sql: "SELECT submitted_at FROM submissions WHERE user_id = ? ORDER BY number DESC LIMIT 1 OFFSET ?",
                arguments: [user.id, limits.rate - 1])
            if let sent {
                let free = Timestamp(milliseconds: sent) + limits.rateWindow
                if free > now { return .userFull(free - now) }
            }
            let own = try Self.waiting(database, "phase = 'queued' AND user_id = ?", [user.id])
            guard own < limits.waitingOfUser else { return .userFull(.seconds(5)) }
            guard try Self.waiting(database, "phase = 'queued'", []) < limits.waiting else { return .queueFull }
            let number = try Self.insert(
                submission, user: user.id, key: key, phase: .queued, at: now, into: database)
            try Self.log(number, .queued, attempt: 0, detail: nil, at: now, in: database)
            database.tell(.queue)
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
            let number = try Self.insert(submission, user: nil, key: nil, phase: .queued, at: now, into: database)
            try database.execute(
                sql:
                    "UPDATE submissions SET phase = 'graded', verdict = ?, ended_at = ?, work = ?, space = ? WHERE number = ?",
                arguments: [report.verdict.rawValue, now.milliseconds, report.work, report.space, number])
            try Self.keep(report, of: number, attempt: 0, in: database)
            try Self.log(number, .graded, attempt: 0, detail: report.verdict.rawValue, at: now, in: database)
        }
    }

    /// Queues a submission once more that was graded or given up; its report stands until there is a new one.
    ///
    /// - Returns: the submission as it is then; `nil` when there is none, or it has not ended.
    package func rejudge(_ id: String, now: Timestamp? = nil) async throws -> SubmissionRecord? {
        try await writing { database in
            let now = try now ?? database.now
            guard let record = try SubmissionRecord.id(id, isLocked: true, in: database), record.state.isTerminal else {
                return nil
            }
            try database.execute(
                sql: """
                    UPDATE submissions SET phase = 'queued', verdict = NULL, reason = NULL, ended_at = NULL, tries = 0, losses = 0,
                        not_before = 0
                    WHERE number = ?
                    """, arguments: [record.number])
            try Self.log(record.number, .queued, attempt: record.attempt, detail: "rejudged", at: now, in: database)
            database.tell(.queue)
            return try SubmissionRecord.number(record.number, in: database)
        }
    }

    // MARK: Claims

    /// Takes up the next submission: of the users with the fewest under way the one who was served longest ago, and of
    /// theirs the oldest.
    ///
    /// - Returns: `nil` when nothing waits.
    package func claim(worker: String, lease: Duration, now: Timestamp? = nil) async throws -> Claim? {
        try await writing(isLasting: false) { database in
            let now = try now ?? database.now
            guard let number = try Self.next(now, in: database) else { return nil }
            try database.execute(
                sql: """
                    UPDATE submissions SET phase = 'compiling', attempt = attempt + 1, tries = tries + 1, worker = ?,
                        lease_until = ? WHERE number = ?
                    """, arguments: [worker, (now + lease).milliseconds, number])
            try database.execute(
                sql: """
                    UPDATE users SET served = (SELECT max(served) FROM users) + 1
                    WHERE id = (SELECT user_id FROM submissions WHERE number = ?)
                    """, arguments: [number])
            let taken = try database.first(
                sql: SubmissionRecord.select(adding: "sources.bytes")
                    + " JOIN sources ON sources.submission = submissions.number WHERE number = ?",
                arguments: [number]
            ) { row in (record: SubmissionRecord(row), source: row["bytes"] as Data) }
            guard let (record, source) = taken else { throw Self.vanished("\(number)") }
            try database.execute(
                sql: "INSERT INTO attempts (submission, attempt, worker, began_at) VALUES (?, ?, ?, ?)",
                arguments: [number, record.attempt, worker, now.milliseconds])
            try Self.log(number, .compiling, attempt: record.attempt, detail: nil, at: now, in: database)
            return Claim(
                submission: Submission(
                    id: record.id, challenge: record.challenge, file: record.file, source: [UInt8](source),
                    sha256: record.sha256, author: record.user, submittedAt: record.submittedAt.iso8601),
                number: number, queuedAt: record.submittedAt, attempt: record.attempt, worker: worker)
        }
    }

    /// The submission whose turn it is. Where several judges ask at once, each gets another one.
    private static func next(_ now: Timestamp, in database: any Database) throws -> Int64? {
        // The users who have something waiting, found one after the other: there are few of them, and of submissions there
        // may be many. The plus keeps SQLite from looking through all that a user ever sent for what they have under way;
        // PostgreSQL counts that once for all users.
        let isPostgres = database.dialect == .postgres
        let held =
            isPostgres
            ? "coalesce((SELECT held.count FROM held WHERE held.user_id = queuing.user_id), 0)"
            : """
            (SELECT count(*) FROM submissions AS held
                         WHERE held.lease_until IS NOT NULL AND +held.user_id = queuing.user_id)
            """
        let counted = """
            , held (user_id, count) AS MATERIALIZED (
                SELECT user_id, count(*) FROM submissions WHERE lease_until IS NOT NULL GROUP BY user_id
            )
            """
        return try database.value(
            sql: """
                WITH RECURSIVE queuing (user_id) AS (
                    SELECT (SELECT min(user_id) FROM submissions WHERE phase = 'queued')
                    UNION ALL
                    SELECT (SELECT min(user_id) FROM submissions WHERE phase = 'queued' AND user_id > queuing.user_id)
                    FROM queuing WHERE queuing.user_id IS NOT NULL
                )\(isPostgres ? counted : ""), turns (user_id, held, served, oldest) AS (
                    SELECT queuing.user_id, \(held), users.served,
                        (SELECT min(number) FROM submissions
                         WHERE phase = 'queued' AND user_id = queuing.user_id AND not_before <= ?1)
                    FROM queuing JOIN users ON users.id = queuing.user_id
                )

                """
                    + (isPostgres
                        ? """
                        SELECT free.number
                        FROM (SELECT user_id FROM turns WHERE oldest IS NOT NULL ORDER BY held, served, oldest) AS turn
                        CROSS JOIN LATERAL (
                            SELECT number FROM submissions
                            WHERE phase = 'queued' AND user_id = turn.user_id AND not_before <= ?1
                            ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED) AS free
                        LIMIT 1
                        """
                        : "SELECT oldest FROM turns WHERE oldest IS NOT NULL ORDER BY held, served, oldest LIMIT 1"),
            arguments: [now.milliseconds])
    }

    /// Renews the lease. `false` when the submission is no longer this worker's.
    package func renew(_ claim: Claim, lease: Duration, now: Timestamp? = nil) async throws -> Bool {
        try await writing(isLasting: false) { database in
            let now = try now ?? database.now
            return try database.execute(
                sql:
                    "UPDATE submissions SET lease_until = ? WHERE number = ? AND attempt = ? AND lease_until IS NOT NULL",
                arguments: [(now + lease).milliseconds, claim.number, claim.attempt]) > 0
        }
    }

    /// Notes how far the worker is. `false` when the submission is no longer this worker's, or cannot be there.
    package func advance(_ claim: Claim, _ event: SubmissionState.Event, now: Timestamp? = nil) async throws -> Bool {
        try await writing(isLasting: false) { database in
            let now = try now ?? database.now
            guard let state = try Self.held(claim, after: event, in: database) else { return false }
            try database.execute(
                sql: "UPDATE submissions SET phase = ? WHERE number = ?",
                arguments: [state.phase.rawValue, claim.number])
            try Self.log(claim.number, state.phase, attempt: claim.attempt, detail: nil, at: now, in: database)
            database.tell(.submission(claim.submission.id))
            return true
        }
    }

    /// Keeps the report: the one and only of this submission. `false` when it is no longer this worker's to grade.
    package func finish(_ claim: Claim, _ report: GradedReport, now: Timestamp? = nil) async throws -> Bool {
        try await writing { database in
            let now = try now ?? database.now
            guard let state = try Self.held(claim, after: .grade(report.verdict), in: database) else { return false }
            try Self.end(claim, state, outcome: "graded", at: now, in: database)
            try database.execute(
                sql: "UPDATE submissions SET work = ?, space = ? WHERE number = ?",
                arguments: [report.work, report.space, claim.number])
            try Self.keep(report, of: claim.number, attempt: claim.attempt, in: database)
            try Self.announce(report, of: claim, at: now, in: database)
            return true
        }
    }

    /// Gives a submission back that could not be graded: it waits again, or ends as `judge-error` where this was the last
    /// try.
    ///
    /// - Returns: where it stands then; `nil` when it was no longer this worker's.
    package func giveBack(_ claim: Claim, _ setback: Setback, reason: String, now: Timestamp? = nil) async throws
        -> SubmissionState.Phase?
    {
        try await writing { database in
            try Self.giveBack(
                number: claim.number, attempt: claim.attempt, setback, reason: reason, at: now ?? database.now,
                in: database)
        }
    }

    /// Takes back what workers hold whose lease ran out.
    ///
    /// - Parameter process: workers with this before the slash in their names are known to be alive.
    /// - Returns: the submissions that wait again or were given up.
    package func reclaim(besides process: String = "", now: Timestamp? = nil) async throws -> [SubmissionRecord] {
        try await reclaim(
            reason: "its worker was lost", now: now
        ) { ("lease_until <= ? AND worker NOT LIKE ?", [$0.milliseconds, "\(process)/%"]) }
    }

    /// Takes back what all workers hold: for a daemon that begins and knows that there is no other.
    package func reclaimAll(now: Timestamp? = nil) async throws -> [SubmissionRecord] {
        try await reclaim(reason: "the daemon was ended", now: now) { _ in ("lease_until IS NOT NULL", []) }
    }

    private func reclaim(
        reason: String, now: Timestamp?,
        where condition: @escaping @Sendable (Timestamp) -> (String, [(any ColumnValue)?])
    ) async throws -> [SubmissionRecord] {
        try await writing { database in
            let now = try now ?? database.now
            let (words, arguments) = condition(now)
            let lost = try database.all(
                sql: "SELECT number, attempt FROM submissions WHERE \(words)"
                    + database.dialect.lockingWhatIsFree("submissions"), arguments: arguments
            ) { row in (number: row["number"] as Int64, attempt: row["attempt"] as Int) }
            return try lost.compactMap { number, attempt in
                try Self.giveBack(number: number, attempt: attempt, .lost, reason: reason, at: now, in: database)
                return try SubmissionRecord.number(number, in: database)
            }
        }
    }

    // MARK: Figures

    /// How many submissions wait, and how many are being graded.
    package func load() async throws -> (waiting: Int, underWay: Int) {
        try await reading { database in
            (
                try Self.waiting(database, "phase = 'queued'", []),
                try Self.waiting(database, "lease_until IS NOT NULL", [])
            )
        }
    }

    // MARK: Steps

    private static func waiting(_ database: any Database, _ condition: String, _ arguments: [(any ColumnValue)?]) throws
        -> Int
    {
        try database.value(sql: "SELECT count(*) FROM submissions WHERE \(condition)", arguments: arguments) ?? 0
    }

    private static func insert(
        _ submission: Submission, user: User.ID?, key: String?, phase: SubmissionState.Phase, at now: Timestamp,
        into database: any Database
    ) throws -> Int64 {
        let number: Int64? = try database.value(
            sql: """
                INSERT INTO submissions (id, user_id, challenge, file, sha256, submitted_at, idempotency_key, phase)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number
                """,
            arguments: [
                submission.id, user, submission.challenge, submission.file, submission.sha256, now.milliseconds, key,
                phase.rawValue,
            ])
        guard let number else { throw vanished(submission.id) }
        try database.execute(
            sql: "INSERT INTO sources (submission, bytes) VALUES (?, ?)", arguments: [number, Data(submission.source)])
        return number
    }

    private static func log(
        _ number: Int64, _ phase: SubmissionState.Phase, attempt: Int, detail: String?, at now: Timestamp,
        in database: any Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO events (submission, at, phase, attempt, detail) VALUES (?, ?, ?, ?, ?)",
            arguments: [number, now.milliseconds, phase.rawValue, attempt, detail])
    }

    private static func keep(_ report: GradedReport, of number: Int64, attempt: Int, in database: any Database) throws {
        try database.execute(
            sql: """
                INSERT INTO reports (submission, attempt, json) VALUES (?, ?, ?)
                ON CONFLICT (submission) DO UPDATE SET attempt = excluded.attempt, json = excluded.json
                """,
            arguments: [number, attempt, report.json])
    }

    /// Announces a report, in the transaction that keeps it.
    private static func announce(
        _ report: GradedReport, of claim: Claim, at now: Timestamp, in database: any Database
    ) throws {
        let isFirst: Bool
        if report.verdict == .accepted {
            isFirst =
                try database.execute(
                    sql: """
                        INSERT INTO solved (user_id, challenge)
                            SELECT user_id, challenge FROM submissions WHERE number = ? AND user_id IS NOT NULL
                        ON CONFLICT DO NOTHING
                        """, arguments: [claim.number]) > 0
        } else {
            isFirst = false
        }
        guard let news = report.news else { return }
        let submission = claim.submission
        for kind in [NewsKind.graded] + (isFirst ? [.solved] : []) {
            try announce(
                News(
                    kind: kind, data: news, challenge: submission.challenge, user: submission.author,
                    verdict: report.verdict, subject: submission.id), at: now, in: database)
        }
    }

    /// Where the claimed submission stands after `event`; `nil` where it is no longer the worker's, or that cannot happen.
    private static func held(
        _ claim: Claim, after event: SubmissionState.Event, in database: any Database
    ) throws -> SubmissionState? {
        guard let record = try SubmissionRecord.number(claim.number, isLocked: true, in: database),
            record.attempt == claim.attempt
        else { return nil }
        var state = record.state
        return state.apply(event) ? state : nil
    }

    /// Writes that an attempt ended and where that leaves the submission.
    private static func end(
        number: Int64, id: String, attempt: Int, _ state: SubmissionState, outcome: String, reason: String? = nil,
        at now: Timestamp, in database: any Database
    ) throws {
        try database.execute(
            sql: """
                UPDATE submissions SET phase = ?, verdict = ?, reason = ?, ended_at = ?, worker = NULL, lease_until = NULL
                WHERE number = ?
                """,
            arguments: [
                state.phase.rawValue, state.verdict?.rawValue, state.reason, state.isTerminal ? now.milliseconds : nil,
                number,
            ])
        try database.execute(
            sql: "UPDATE attempts SET ended_at = ?, outcome = ?, reason = ? WHERE submission = ? AND attempt = ?",
            arguments: [now.milliseconds, outcome, reason, number, attempt])
        try log(
            number, state.phase, attempt: attempt, detail: reason ?? state.verdict?.rawValue, at: now, in: database)
        database.tell(.submission(id))
        if state.phase == .queued { database.tell(.queue) }
    }

    private static func end(
        _ claim: Claim, _ state: SubmissionState, outcome: String, at now: Timestamp, in database: any Database
    ) throws {
        try end(
            number: claim.number, id: claim.submission.id, attempt: claim.attempt, state, outcome: outcome, at: now,
            in: database)
    }

    @discardableResult
    private static func giveBack(
        number: Int64, attempt: Int, _ setback: Setback, reason: String, at now: Timestamp, in database: any Database
    ) throws -> SubmissionState.Phase? {
        guard let record = try SubmissionRecord.number(number, isLocked: true, in: database), record.attempt == attempt,
            var (tries, losses) = try database.first(
                sql: "SELECT tries, losses FROM submissions WHERE number = ?", arguments: [number],
                { row in (row["tries"] as Int, row["losses"] as Int) })
        else { return nil }
        // What failed for the host's sake may go well a little later.
        var rest = Duration.zero
        switch setback {
        case .failed: rest = .seconds(tries * tries)
        case .lost:
            tries -= 1
            losses += 1
            rest = .milliseconds(100 * losses * losses)
        case .stopped: tries -= 1
        }
        var state = record.state
        guard state.apply(tries >= mostTries || losses >= mostLosses ? .fail(reason) : .requeue) else { return nil }
        try database.execute(
            sql: "UPDATE submissions SET tries = ?, losses = ?, not_before = ? WHERE number = ?",
            arguments: [tries, losses, (now + rest).milliseconds, number])
        try end(
            number: number, id: record.id, attempt: attempt, state, outcome: state.isTerminal ? "failed" : "\(setback)",
            reason: reason, at: now, in: database)
        return state.phase
    }

    static func vanished(_ id: String) -> JudgeError {
        JudgeError(.failure, "submission-vanished", "submission \(id) is gone from the database")
    }
}
