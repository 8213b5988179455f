import Foundation
import GRDB

package import JudgeCore

/// Reading submissions.
extension Store {
    /// Which submissions a list shows.
    package struct Filter: Sendable, Equatable {
        /// Whose.
        package enum Owner: Sendable, Equatable {
            case everybody
            /// This user's.
            case user(User.ID)
            /// Those that commands graded for whoever ran them.
            case nobody
        }
        package var owner: Owner
        package var challenge: String?
        package var verdict: Verdict?

        package init(owner: Owner = .everybody, challenge: String? = nil, verdict: Verdict? = nil) {
            self.owner = owner
            self.challenge = challenge
            self.verdict = verdict
        }
    }

    /// The submission with this identifier, if there is one.
    package func submission(_ id: String) async throws -> SubmissionRecord? {
        try await reading(.submission(id)) { try SubmissionRecord.id(id, in: $0) }
    }

    /// The newest submission of nobody whose identifier begins so.
    package func submission(beginning start: String) async throws -> SubmissionRecord? {
        guard !start.isEmpty, start.allSatisfy({ $0 == "-" || $0.isASCII && ($0.isNumber || $0.isLetter) }) else {
            return nil
        }
        return try await reading { database in
            try Row.fetchOne(
                database,
                sql: SubmissionRecord.select
                    + " WHERE user_id IS NULL AND submissions.id >= ? AND submissions.id < ? ORDER BY number DESC",
                arguments: [start, start + "~"]
            ).map(SubmissionRecord.init)
        }
    }

    /// Submissions, the newest first.
    ///
    /// - Parameters:
    ///   - before: only those that came before this ``SubmissionRecord/number``: where the last page ended.
    ///   - limit: at most so many.
    package func submissions(_ filter: Filter, before: Int64? = nil, limit: Int) async throws -> [SubmissionRecord] {
        var conditions = Conditions()
        switch filter.owner {
        case .everybody: break
        case .user(let id): conditions.add("user_id", id)
        case .nobody: conditions.add("user_id IS NULL")
        }
        conditions.add("challenge", filter.challenge)
        conditions.add("verdict", filter.verdict?.rawValue)
        conditions.add("number", is: "<", before)
        return try await reading { [conditions] database in
            try Row.fetchAll(
                database, sql: SubmissionRecord.select + conditions.text + " ORDER BY number DESC LIMIT ?",
                arguments: conditions.arguments + [limit]
            ).map(SubmissionRecord.init)
        }
    }

    /// The source of a submission.
    package func source(of number: Int64) async throws -> [UInt8]? {
        try await reading { database in
            try Data.fetchOne(database, sql: "SELECT bytes FROM sources WHERE submission = ?", arguments: [number])
                .map { [UInt8]($0) }
        }
    }

    /// The report of a submission as JSON, once there is one.
    package func report(of number: Int64) async throws -> String? {
        try await reading(.report(number)) { database in
            try String.fetchOne(database, sql: "SELECT json FROM reports WHERE submission = ?", arguments: [number])
        }
    }

    /// What happened to a submission after the event with this number, the oldest first.
    package func events(of number: Int64, after: Int64 = 0) async throws -> [SubmissionEvent] {
        try await reading { database in
            try Row.fetchAll(
                database,
                sql: "SELECT id, at, phase, attempt, detail FROM events WHERE submission = ? AND id > ? ORDER BY id",
                arguments: [number, after]
            ).map { row in
                SubmissionEvent(
                    id: row["id"], at: Timestamp(milliseconds: row["at"]),
                    phase: SubmissionState.Phase(rawValue: row["phase"]) ?? .queued, attempt: row["attempt"],
                    detail: row["detail"])
            }
        }
    }

    /// How many submissions wait that will be taken up before this one, as far as that can be told: those of the same
    /// user that came before it.
    package func ahead(of record: SubmissionRecord) async throws -> Int {
        try await reading { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM submissions WHERE phase = 'queued' AND user_id IS ? AND number < ?",
                arguments: [record.userID, record.number]) ?? 0
        }
    }

    /// The challenges that a user has solved (`true`), or only tried.
    package func progress(of user: User.ID) async throws -> [String: Bool] {
        try await reading { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT challenge, max(verdict IS 'accepted') AS solved FROM submissions WHERE user_id = ?
                    GROUP BY challenge
                    """, arguments: [user])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["challenge"], $0["solved"]) })
        }
    }
}

/// What a submission came to, in figures.
package struct SubmissionResult: Sendable, Equatable {
    /// Its ``SubmissionRecord/number``.
    package let number: Int64
    /// The challenge's slug.
    package let challenge: String
    /// When it came.
    package let submittedAt: Timestamp
    /// The verdict on the whole.
    package let verdict: Verdict
    /// Work and bytes for each unit of their bounds; `nil` where growth was not measured. See ``GradedReport``.
    package let work: Double?
    package let space: Double?

    /// A result of its parts.
    package init(
        number: Int64, challenge: String, submittedAt: Timestamp, verdict: Verdict, work: Double?, space: Double?
    ) {
        self.number = number
        self.challenge = challenge
        self.submittedAt = submittedAt
        self.verdict = verdict
        self.work = work
        self.space = space
    }
}

extension Store {
    /// Everything of a user that was graded, the oldest first; of whoever ran commands here, where that is `nil`.
    package func results(of user: User.ID?) async throws -> [SubmissionResult] {
        try await reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT number, challenge, submitted_at, verdict, work, space FROM submissions
                    WHERE user_id IS ? AND verdict IS NOT NULL ORDER BY number
                    """, arguments: [user]
            ).compactMap { row in
                guard let verdict = Verdict(rawValue: row["verdict"]) else { return nil }
                return SubmissionResult(
                    number: row["number"], challenge: row["challenge"],
                    submittedAt: Timestamp(milliseconds: row["submitted_at"]), verdict: verdict, work: row["work"],
                    space: row["space"])
            }
        }
    }
}

extension SubmissionRecord {
    static let select = select(adding: nil)

    static func select(adding columns: String?) -> String {
        """
        SELECT number, submissions.id, user_id, users.name AS user, challenge, file, sha256, submitted_at, phase, verdict,
            reason, attempt, ended_at\(columns.map { ", " + $0 } ?? "")
        FROM submissions LEFT JOIN users ON users.id = submissions.user_id
        """
    }

    init(_ row: Row) {
        self.init(
            number: row["number"], id: row["id"], userID: row["user_id"], user: row["user"],
            challenge: row["challenge"], file: row["file"], sha256: row["sha256"],
            submittedAt: Timestamp(milliseconds: row["submitted_at"]),
            state: SubmissionState(
                phase: SubmissionState.Phase(rawValue: row["phase"]) ?? .failed,
                verdict: (row["verdict"] as String?).flatMap(Verdict.init), reason: row["reason"]),
            attempt: row["attempt"], endedAt: row.timestamp("ended_at"))
    }

    static func id(_ id: String, in database: Database) throws -> SubmissionRecord? {
        try Row.fetchOne(database, sql: select + " WHERE submissions.id = ?", arguments: [id]).map(
            SubmissionRecord.init)
    }

    static func number(_ number: Int64, in database: Database) throws -> SubmissionRecord? {
        try Row.fetchOne(database, sql: select + " WHERE number = ?", arguments: [number]).map(SubmissionRecord.init)
    }
}
