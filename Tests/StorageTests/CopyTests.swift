import JudgeCore
import Support
import Testing

@testable import Storage

/// Moving to another database.
@Suite(.timeLimit(.minutes(2))) struct CopyTests {
    /// Writes something into each table.
    private func fill(_ store: Store) async throws {
        let ann = try await store.putUser("Ann", role: .admin)
        let token = try await store.addToken("t", hash: [0, 255], user: "ann", expiresAt: noon, now: noon)
        _ = try await store.addToken("session", hash: [1], user: "ann", sessionOf: token.id, expiresAt: nil)
        try await store.putGroup("team", members: ["ANN"])
        _ = try await store.putWebhook(
            "chat", url: "https://example.org/a?b=c", format: "slack", filter: Webhook.Filter(users: ["ann"]),
            digestMinutes: 0, secret: Array(0...255))
        try await store.publish([("kmeans", "{}")])
        _ = try await store.agree(on: "salt", "first")
        _ = try await store.beat(
            Node(
                name: "one:1", version: "1", toolchain: "swift", counting: "c", sandbox: "full", cores: 2, workers: 1))
        for index in 0..<450 {
            try await store.enqueue("s\(index)", by: "ann", limits: QueueLimits(waitingOfUser: 999, rate: 999))
        }
        let claim = try #require(try await store.next())
        #expect(
            try await store.finish(claim, report(.accepted, of: claim.submission, work: 3, news: { "{\"é\": 1}" })))
        try await store.begin(QuizAttempt(id: "q", userID: ann.id, quiz: "basics", seed: .max, total: 1))
        _ = try await store.answer(QuizAnswer(question: "1", answer: "a", isRight: true), in: "q")
        try await store.begin(InterviewRecord(id: "i", userID: nil, minutes: 45, tasks: ["kmeans", "knn"]))
        _ = try await store.predict(time: "n", space: "1", of: "knn", in: "i")
        for digest in ["large", "small"] {
            try await store.put(bundle: .init(repeating: 7, count: digest == "large" ? 24 << 20 : 1), digest: digest)
        }
        try await store.publish(
            SignedManifest(number: 1_796_040_000, text: "t\n", signature: [0, 255]), naming: ["large", "small"],
            besides: [], after: nil)
    }

    @Test func `everything is moved to a server and back, and numbers go on where they were`() async throws {
        try await withStore(.sqlite) { first in
            try await fill(first)
            try await withStore(.postgres) { second in
                let there = try await second.copy(from: first)
                #expect(there.map(\.name) == Schema.tables)
                #expect(there.allSatisfy { $0.rows > 0 }, "\(there.filter { $0.rows == 0 }.map(\.name))")
                #expect(there.first { $0.name == "submissions" }?.rows == 450)
                #expect(try await second.user("ANN")?.name == "Ann")
                #expect(try await second.submission("s0")?.state.verdict == .accepted)
                #expect(try await second.leaderboard().map(\.user) == ["Ann"])
                let next = try #require(
                    try await second.enqueue("next", by: "ann", limits: QueueLimits(waitingOfUser: 999, rate: 999)))
                #expect(next.number == 451)
                try await second.writing { database in
                    try database.execute(sql: "DELETE FROM submissions WHERE id = 'next'")
                    try database.execute(sql: "UPDATE users SET turn = turn - 1")
                }
                try await withStore(.sqlite) { third in
                    let back = try await third.copy(from: second)
                    #expect(back == there)
                }
            }
        }
    }

    @Test func `a database that holds something is refused, and stays as it is`() async throws {
        try await withStore(.sqlite) { first in
            try await fill(first)
            try await withStore(.postgres) { second in
                _ = try await second.putUser("bob", role: .member)
                let error = try await #require(throws: JudgeError.self) { try await second.copy(from: first) }
                #expect(error.code == "database-not-empty" && error.message.contains("users"))
                #expect(try await second.users().map(\.name) == ["bob"])
            }
        }
    }

    @Test func `a copy that differs from what was read is not kept`() async throws {
        try await withStore(.sqlite) { first in
            try await fill(first)
            try await withStore(.postgres) { second in
                try await second.writing { database in
                    try database.execute(
                        sql: """
                            CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS
                            'BEGIN NEW.bytes := ''spoilt''; RETURN NEW; END'
                            """)
                    try database.execute(
                        sql: "CREATE TRIGGER spoil BEFORE INSERT ON sources FOR EACH ROW EXECUTE FUNCTION spoil()")
                }
                let error = try await #require(throws: JudgeError.self) { try await second.copy(from: first) }
                #expect(error.code == "copy-differs" && error.message.contains("sources"))
                #expect(try await second.users().isEmpty)
            }
        }
    }
}
