internal import JudgeCore

/// A mock interview.
package struct InterviewRecord: Sendable, Equatable {
    /// What it is called.
    package let id: String
    /// Whose it is; `nil` where a command holds it.
    package let userID: User.ID?
    /// How many minutes there are.
    package let minutes: Int
    /// The challenges, in their order.
    package let tasks: [String]
    /// Where a command wrote the starters.
    package let folder: String?
    /// When it began.
    package let startedAt: Timestamp
    /// When it was ended before its time.
    package let endedAt: Timestamp?
    /// What was predicted of the growth of solutions, by challenge: work, and memory.
    package let predictions: [String: (time: String, space: String)]

    /// When its time is over.
    package var deadline: Timestamp { startedAt + .seconds(minutes * 60) }
    /// When it ended, or will.
    package var end: Timestamp { endedAt ?? deadline }

    /// A new interview.
    package init(
        id: String, userID: User.ID?, minutes: Int, tasks: [String], folder: String? = nil, startedAt: Timestamp = .now
    ) {
        self.init(
            id: id, userID: userID, minutes: minutes, tasks: tasks, folder: folder, startedAt: startedAt, endedAt: nil,
            predictions: [:])
    }

    private init(
        id: String, userID: User.ID?, minutes: Int, tasks: [String], folder: String?, startedAt: Timestamp,
        endedAt: Timestamp?, predictions: [String: (time: String, space: String)]
    ) {
        self.id = id
        self.userID = userID
        self.minutes = minutes
        self.tasks = tasks
        self.folder = folder
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.predictions = predictions
    }

    package static func == (left: InterviewRecord, right: InterviewRecord) -> Bool {
        left.id == right.id && left.endedAt == right.endedAt
            && left.predictions.mapValues { [$0.time, $0.space] }
                == right.predictions.mapValues { [$0.time, $0.space] }
    }

    fileprivate init(_ row: any Row, in database: any Database) throws {
        let predictions = try database.all(
            sql: "SELECT challenge, time, space FROM predictions WHERE interview = ?",
            arguments: [row["number"] as Int64]
        ) { row in (row["challenge"] as String, (time: row["time"] as String, space: row["space"] as String)) }
        self.init(
            id: row["id"], userID: row["user_id"], minutes: row["minutes"],
            tasks: (row["tasks"] as String).split(separator: " ").map(String.init), folder: row["folder"],
            startedAt: Timestamp(milliseconds: row["started_at"]), endedAt: row.timestamp("ended_at"),
            predictions: Dictionary(uniqueKeysWithValues: predictions))
    }
}

extension Store {
    /// Notes that an interview begins.
    package func begin(_ interview: InterviewRecord) async throws {
        try await writing { database in
            try database.execute(
                sql: """
                    INSERT INTO interviews (id, user_id, minutes, tasks, folder, started_at) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    interview.id, interview.userID, interview.minutes, interview.tasks.joined(separator: " "),
                    interview.folder, interview.startedAt.milliseconds,
                ])
        }
    }

    /// The interview of this name.
    package func interview(_ id: String) async throws -> InterviewRecord? {
        try await reading { database in
            try database.first(sql: "SELECT * FROM interviews WHERE id = ?", arguments: [id]) {
                try InterviewRecord($0, in: database)
            }
        }
    }

    /// Somebody's interviews, the newest first.
    package func interviews(of user: User.ID?, limit: Int) async throws -> [InterviewRecord] {
        try await reading { database in
            try database.newest(
                limit, by: "number", of: "interviews", where: .owner(user), select: "SELECT * FROM interviews"
            ) { try InterviewRecord($0, in: database) }
        }
    }

    /// Keeps what is predicted of the growth of a solution; the first word counts.
    ///
    /// - Returns: whether it was the first.
    package func predict(time: String, space: String, of challenge: String, in id: String) async throws -> Bool {
        try await writing { database in
            try database.execute(
                sql: """
                    INSERT INTO predictions (interview, challenge, time, space)
                    SELECT number, ?, ?, ? FROM interviews WHERE id = ? ON CONFLICT DO NOTHING
                    """, arguments: [challenge, time, space, id]) > 0
        }
    }

    /// Ends an interview before its time.
    package func endInterview(_ id: String, now: Timestamp? = nil) async throws {
        try await writing { database in
            try database.execute(
                sql: "UPDATE interviews SET ended_at = coalesce(ended_at, ?) WHERE id = ?",
                arguments: [(now ?? database.now).milliseconds, id])
        }
    }

    /// What was submitted to an interview's task while it lasted, the oldest first.
    package func submissions(of interview: InterviewRecord, to challenge: String) async throws -> [SubmissionRecord] {
        let owner: Filter.Owner = interview.userID.map { .user($0) } ?? .nobody
        let all = try await submissions(Filter(owner: owner, challenge: challenge), limit: 1000)
        return all.filter { $0.submittedAt >= interview.startedAt && $0.submittedAt <= interview.end }.reversed()
    }
}
