import Foundation

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
            try database.first(
                sql: SubmissionRecord.select
                    + " WHERE user_id IS NULL AND submissions.id >= ? AND submissions.id < ? ORDER BY number DESC LIMIT 1",
                arguments: [start, start + "~"], SubmissionRecord.init)
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
        case .user(let id): conditions.add(owner: id)
        case .nobody: conditions.add(owner: nil)
        }
        conditions.add("challenge", filter.challenge)
        conditions.add("verdict", filter.verdict?.rawValue)
        conditions.add("number", is: "<", before)
        return try await reading { [conditions] database in
            try database.newest(
                limit, by: "number", of: "submissions", where: conditions, select: SubmissionRecord.select,
                SubmissionRecord.init)
        }
    }

    /// The source of a submission.
    package func source(of number: Int64) async throws -> [UInt8]? {
        try await reading { database in
            let bytes: Data? = try database.value(
                sql: "SELECT bytes FROM sources WHERE submission = ?", arguments: [number])
            return bytes.map { [UInt8]($0) }
        }
    }

    /// The report of a submission as JSON, once there is one.
    package func report(of number: Int64) async throws -> String? {
        try await reading(.report(number)) { database in
            try database.value(sql: "SELECT json FROM reports WHERE submission = ?", arguments: [number])
        }
    }

    /// What happened to a submission after the event with this number, the oldest first.
    package func events(of number: Int64, after: Int64 = 0) async throws -> [SubmissionEvent] {
        try await reading { database in
            try database.all(
                sql: "SELECT id, at, phase, attempt, detail FROM events WHERE submission = ? AND id > ? ORDER BY id",
                arguments: [number, after]
            ) { row in
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
            try Self.queued(
                database, "worker IS NULL AND sender = ? AND submission < ?", [record.userID, record.number])
        }
    }

    /// The challenges that a user has solved (`true`), or only tried.
    package func progress(of user: User.ID) async throws -> [String: Bool] {
        try await reading { database in
            let all = try database.all(
                sql: """
                    SELECT challenge, max(CASE WHEN verdict = 'accepted' THEN 1 ELSE 0 END) AS solved FROM submissions
                    WHERE user_id = ? GROUP BY challenge
                    """, arguments: [user]
            ) { row in (row["challenge"] as String, row["solved"] as Bool) }
            return Dictionary(uniqueKeysWithValues: all)
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
            var conditions = Conditions.owner(user)
            conditions.add("verdict IS NOT NULL")
            return try database.all(
                sql: "SELECT number, challenge, submitted_at, verdict, work, space FROM submissions" + conditions.text
                    + " ORDER BY number", arguments: conditions.arguments
            ) { row in
                Verdict(rawValue: row["verdict"]).map { verdict in
                    SubmissionResult(
                        number: row["number"], challenge: row["challenge"],
                        submittedAt: Timestamp(milliseconds: row["submitted_at"]), verdict: verdict, work: row["work"],
                        space: row["space"])
                }
            }.compactMap(\.self)
        }
    }
}

extension SubmissionRecord {
    static let select = """
        SELECT number, submissions.id, user_id, users.name AS user, challenge, file, sha256, submitted_at,
            coalesce(stage, phase) AS phase, verdict, reason, coalesce(queue.attempt, submissions.attempt) AS attempt, ended_at
        FROM submissions LEFT JOIN users ON users.id = user_id LEFT JOIN queue ON queue.submission = number
        """

    init(_ row: any Row) {
        self.init(
            number: row["number"], id: row["id"], userID: row["user_id"], user: row["user"],
            challenge: row["challenge"], file: row["file"], sha256: row["sha256"],
            submittedAt: Timestamp(milliseconds: row["submitted_at"]),
            state: SubmissionState(
                phase: SubmissionState.Phase(rawValue: row["phase"]) ?? .failed,
                verdict: (row["verdict"] as String?).flatMap(Verdict.init), reason: row["reason"]),
            attempt: row["attempt"], endedAt: row.timestamp("ended_at"))
    }

    /// - Parameter isLocked: whether nobody else may change it before the transaction is through.
    static func id(_ id: String, isLocked: Bool = false, in database: any Database) throws -> SubmissionRecord? {
        try database.first(
            sql: select + " WHERE submissions.id = ?" + (isLocked ? database.dialect.locking("submissions") : ""),
            arguments: [id], SubmissionRecord.init)
    }

    static func number(
        _ number: Int64, isLocked: Bool = false, in database: any Database
    ) throws -> SubmissionRecord? {
        try database.first(
            sql: select + " WHERE number = ?" + (isLocked ? database.dialect.locking("submissions") : ""),
            arguments: [number], SubmissionRecord.init)
    }
}
