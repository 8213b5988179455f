import Foundation

package import JudgeCore

/// Who grades what waits, and what came of it.
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

    /// A verdict that may hang on how fast the host was is taken again on others until two agree, at most so often.
    package static let mostOpinions = 3
    /// For so long it waits for another host; then any of them takes it.
    fileprivate static let opinionPatience = Duration.seconds(60)

    /// So many are taken up by one statement at most.
    package static let mostAtOnce = 16

    /// Takes up what is next. Where several workers ask at once, each gets others.
    ///
    /// It is one statement that writes one row for each: what is to be known of the attempt is noted when it gets on or ends.
    ///
    /// - Parameters:
    ///   - most: how many, from 1 to ``mostAtOnce``.
    ///   - worker: who takes them; together with the number of the attempt it is what tells claims of one submission apart.
    /// - Returns: fewer when no more wait.
    package func claim(_ most: Int, worker: String, lease: Duration, now: Timestamp? = nil) async throws -> [Claim] {
        try await engine.writeOne { database in
            let arguments: [(any ColumnValue)?] = [
                database.dialect.argument(now), worker, lease.milliseconds, "|\(Node.host(of: worker))=",
            ]
            switch database.dialect {
            case .postgres:
                return try database.all(sql: Taking.whole[most - 1], arguments: arguments) {
                    Taking.claim($0, by: worker)
                }
            case .sqlite:
                // Its statements that write cannot stand in others.
                return try database.all(sql: Taking.statement(.sqlite, most), arguments: arguments) {
                    ($0[0] as Int64, $0[1] as Int)
                }.compactMap { number, attempt in
                    try database.first(
                        sql: "WITH taken (submission, attempt) AS (SELECT ?, ?) " + Taking.reading,
                        arguments: [number, attempt]
                    ) { Taking.claim($0, by: worker) }
                }
            }
        }
    }

    /// The statement by which PostgreSQL hands a submission to a worker, for measurements without this process: with the
    /// worker's name, the lease in milliseconds, and the present as the server has it.
    package static func claimStatement(worker: String, lease: Duration) -> String {
        let values = ["NULL", "'\(worker)'", "\(lease.milliseconds)", "'|\(Node.host(of: worker))='"]
        return values.enumerated().reduce(Taking.whole[0]) {
            $0.replacing("?\($1.offset + 1)", with: $1.element)
        }
    }

    /// Renews the lease. `false` when the submission is no longer this worker's.
    package func renew(_ claim: Claim, lease: Duration, now: Timestamp? = nil) async throws -> Bool {
        try await engine.writeOne { database in
            try database.execute(
                sql: """
                    UPDATE queue SET lease_until = \(database.dialect.time) + ?2
                    WHERE submission = ?3 AND attempt = ?4 AND worker = ?5
                    """,
                arguments: [
                    database.dialect.argument(now), lease.milliseconds, claim.number, claim.attempt, claim.worker,
                ]) > 0
        }
    }

    /// Notes how far the worker is. `false` when the submission is no longer this worker's, or cannot be there.
    package func advance(_ claim: Claim, _ event: SubmissionState.Event, now: Timestamp? = nil) async throws -> Bool {
        try await writing(isLasting: false) { database in
            let now = try now ?? database.now
            guard let held = try Held.by(claim, in: database), let state = held.state(after: event) else {
                return false
            }
            try Self.addBeginning(of: held, in: database)
            try database.execute(
                sql: "UPDATE queue SET stage = ? WHERE submission = ?",
                arguments: [state.phase.rawValue, claim.number])
            try Self.addEvent(claim.number, state.phase, attempt: claim.attempt, detail: nil, at: now, in: database)
            database.tell(.submission(claim.submission.id))
            return true
        }
    }

    /// Keeps the report: the one and only of this submission. `false` when it is no longer this worker's to grade. Where it is
    /// not known whether a report was kept, the same one may be brought again.
    package func finish(_ claim: Claim, _ report: GradedReport, now: Timestamp? = nil) async throws -> Bool {
        try await writing { database in
            let now = try now ?? database.now
            guard let held = try Held.by(claim, in: database), let state = held.state(after: .grade(report.verdict))
            else {
                return try Self.ended(claim, "graded", in: database)
                    && database.value(sql: "SELECT json FROM reports WHERE submission = ?", arguments: [claim.number])
                        == report.json
            }
            try Self.end(held, state, outcome: "graded", report: report, at: now, in: database)
            try Self.keep(report, of: claim.number, attempt: claim.attempt, in: database)
            try Self.announce(report, of: claim, at: now, in: database)
            return true
        }
    }

    /// Has another host grade a submission, too, as this verdict may hang on how fast the host was. What was found counts
    /// when two hosts agree, or there is no other one, or it was graded often enough.
    ///
    /// - Returns: whether it waits for another host. `false` also when it was no longer this worker's.
    package func asksAnother(_ claim: Claim, _ verdict: Verdict, now: Timestamp? = nil) async throws -> Bool {
        try await writing { database in
            let now = try now ?? database.now
            guard let held = try Held.by(claim, in: database), let state = held.state(after: .requeue) else {
                return try Self.ended(claim, "doubted", in: database)
            }
            let opinions = held.opinions.split(separator: "|").map { $0.split(separator: "=") }
            guard opinions.count + 1 < Self.mostOpinions, !opinions.contains(where: { $0.last! == verdict.rawValue })
            else { return false }
            let host = Node.host(of: claim.worker)
            guard try Self.hasHost(besides: opinions.map { String($0[0]) } + [host], now, in: database) else {
                return false
            }
            try Self.requeue(held, notBefore: now, in: database)
            try database.execute(
                sql: "UPDATE queue SET opinions = ? WHERE submission = ?",
                arguments: [held.opinions + "|\(host)=\(verdict.rawValue)", held.number])
            try Self.end(
                held, state, outcome: "doubted", reason: "near the time limit: \(verdict.rawValue) on \(host)", at: now,
                in: database)
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
            guard let held = try Held.by(claim, in: database) else { return nil }
            return try Self.giveBack(held, setback, reason: reason, at: now ?? database.now, in: database)
        }
    }

    /// Takes back what workers hold whose lease ran out.
    ///
    /// - Parameter process: workers with this before the slash in their names are known to be alive.
    /// - Returns: the submissions that wait again or were given up.
    package func reclaim(besides process: String = "", now: Timestamp? = nil) async throws -> [SubmissionRecord] {
        try await reclaim(
            reason: "its worker was lost", now: now
        ) {
            // '0' follows '/'.
            ("lease_until <= ? AND NOT (worker >= ? AND worker < ?)", [$0.milliseconds, "\(process)/", "\(process)0"])
        }
    }

    /// Takes back what all workers hold: for a daemon that begins and knows that there is no other.
    package func reclaimAll(now: Timestamp? = nil) async throws -> [SubmissionRecord] {
        try await reclaim(reason: "the daemon was ended", now: now) { _ in ("worker IS NOT NULL", []) }
    }

    private func reclaim(
        reason: String, now: Timestamp?,
        where condition: @escaping @Sendable (Timestamp) -> (String, [(any ColumnValue)?])
    ) async throws -> [SubmissionRecord] {
        try await writing { database in
            let now = try now ?? database.now
            let (words, arguments) = condition(now)
            // What another one is at work on, it is through with sooner.
            let free = database.dialect.lockingWhatIsFree("queue")
            return try Held.all("worker IS NOT NULL AND \(words)\(free)", arguments, in: database).compactMap { held in
                _ = try Self.giveBack(held, .lost, reason: reason, at: now, in: database)
                return try SubmissionRecord.number(held.number, in: database)
            }
        }
    }

    // MARK: Steps

    private static func giveBack(
        _ held: Held, _ setback: Setback, reason: String, at now: Timestamp, in database: any Database
    ) throws -> SubmissionState.Phase? {
        var held = held
        // What failed for the host's sake may go well a little later.
        var rest = Duration.zero
        switch setback {
        case .failed:
            held.tries += 1
            rest = .seconds(held.tries * held.tries)
        case .lost:
            held.losses += 1
            rest = .milliseconds(100 * held.losses * held.losses)
        case .stopped: break
        }
        let isOver = held.tries >= mostTries || held.losses >= mostLosses
        guard let state = held.state(after: isOver ? .fail(reason) : .requeue) else { return nil }
        if !isOver { try requeue(held, notBefore: now + rest, in: database) }
        try end(held, state, outcome: isOver ? "failed" : "\(setback)", reason: reason, at: now, in: database)
        return state.phase
    }

    /// Lets it wait again. Its turn stays: it has waited for it.
    private static func requeue(_ held: Held, notBefore: Timestamp, in database: any Database) throws {
        try database.execute(
            sql: """
                UPDATE queue SET worker = NULL, stage = 'queued', began_at = NULL, lease_until = NULL, tries = ?, losses = ?,
                    not_before = ?
                WHERE submission = ?
                """, arguments: [held.tries, held.losses, notBefore.milliseconds, held.number])
        database.tell(.queue)
    }

    /// Writes that an attempt ended, and where that leaves the submission.
    private static func end(
        _ held: Held, _ state: SubmissionState, outcome: String, reason: String? = nil, report: GradedReport? = nil,
        at now: Timestamp, in database: any Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO attempts (submission, attempt, worker, began_at, ended_at, outcome, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                held.number, held.attempt, held.worker, held.beganAt.milliseconds, now.milliseconds, outcome, reason,
            ])
        if state.isTerminal {
            try database.execute(
                sql: """
                    UPDATE submissions SET phase = ?, verdict = ?, reason = ?, ended_at = ?, attempt = ?, work = ?, space = ?
                    WHERE number = ?
                    """,
                arguments: [
                    state.phase.rawValue, state.verdict?.rawValue, state.reason, now.milliseconds, held.attempt,
                    report?.work, report?.space, held.number,
                ])
            try database.execute(sql: "DELETE FROM queue WHERE submission = ?", arguments: [held.number])
        }
        try addBeginning(of: held, in: database)
        try addEvent(
            held.number, state.phase, attempt: held.attempt, detail: reason ?? state.verdict?.rawValue, at: now,
            in: database)
        database.tell(.submission(held.id))
    }

    /// Whether this very attempt has ended so.
    private static func ended(_ claim: Claim, _ outcome: String, in database: any Database) throws -> Bool {
        try database.value(
            sql: "SELECT outcome FROM attempts WHERE submission = ? AND attempt = ? AND worker = ?",
            arguments: [claim.number, claim.attempt, claim.worker]) == outcome
    }

    /// Notes what taking it up left out.
    private static func addBeginning(of held: Held, in database: any Database) throws {
        guard held.stage == .compiling else { return }
        try addEvent(held.number, .compiling, attempt: held.attempt, detail: nil, at: held.beganAt, in: database)
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
}

/// A submission that a worker holds, as the queue has it; nobody else changes that until the transaction is through.
private struct Held {
    let number: Int64
    let id: String
    let attempt: Int
    let stage: SubmissionState.Phase
    let worker: String
    let beganAt: Timestamp
    var tries: Int
    var losses: Int
    let opinions: String

    /// What a claim still holds.
    static func by(_ claim: Claim, in database: any Database) throws -> Held? {
        try all(
            "submission = ? AND queue.attempt = ? AND worker = ?" + database.dialect.locking("queue"),
            [claim.number, claim.attempt, claim.worker], in: database
        ).first
    }

    /// - Parameter condition: with the words that lock what is found.
    static func all(
        _ condition: String, _ arguments: [(any ColumnValue)?], in database: any Database
    ) throws -> [Held] {
        try database.all(
            sql: """
                SELECT submission, submissions.id, queue.attempt, stage, worker, began_at, tries, losses, opinions
                FROM queue JOIN submissions ON number = submission WHERE \(condition)
                """, arguments: arguments
        ) { row in
            Held(
                number: row["submission"], id: row["id"], attempt: row["attempt"],
                stage: SubmissionState.Phase(rawValue: row["stage"]) ?? .compiling, worker: row["worker"],
                beganAt: Timestamp(milliseconds: row["began_at"]), tries: row["tries"], losses: row["losses"],
                opinions: row["opinions"] ?? "")
        }
    }

    /// Where the submission stands after `event`; `nil` where that cannot happen.
    func state(after event: SubmissionState.Event) -> SubmissionState? {
        var state = SubmissionState(phase: stage, verdict: nil, reason: nil)
        return state.apply(event) ? state : nil
    }
}

/// The statements that take up the next submission.
private enum Taking {
    static func statement(_ dialect: Dialect, _ most: Int) -> String {
        // As an array they are found first, and then each by its number.
        let (opening, closing) = dialect == .postgres ? ("= ANY (ARRAY(", "))") : ("IN (", ")")
        return """
            UPDATE queue SET worker = ?2, stage = 'compiling', attempt = attempt + 1, began_at = \(dialect.time),
                lease_until = \(dialect.time) + ?3
            WHERE submission \(opening)SELECT submission FROM queue
                WHERE worker IS NULL AND not_before <= \(dialect.time)
                    AND (opinions IS NULL OR replace(opinions, ?4, '') = opinions
                        OR not_before <= \(dialect.time) - \(Store.opinionPatience.milliseconds))
                ORDER BY turn, submission LIMIT \(most)\(dialect.lockingWhatIsFree("queue"))\(closing)
            RETURNING submission, attempt
            """
    }

    static let reading = """
        SELECT number, taken.attempt, submissions.id, challenge, file, sha256, users.name, submitted_at, bytes
        FROM taken JOIN submissions ON number = taken.submission JOIN sources ON sources.submission = taken.submission
            LEFT JOIN users ON users.id = user_id
        """

    /// For one, two, and so on.
    static let whole = (1...Store.mostAtOnce).map { "WITH taken AS (\(statement(.postgres, $0))) \(reading)" }

    /// A row of ``reading``.
    static func claim(_ row: any Row, by worker: String) -> Claim {
        let submittedAt = Timestamp(milliseconds: row[7])
        return Claim(
            submission: Submission(
                id: row[2], challenge: row[3], file: row[4], source: [UInt8](row[8] as Data), sha256: row[5],
                author: row[6], submittedAt: submittedAt.iso8601),
            number: row[0], queuedAt: submittedAt, attempt: row[1], worker: worker)
    }
}
