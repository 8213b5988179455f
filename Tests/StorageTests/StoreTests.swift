import Foundation
import JudgeCore
import Support
import Testing

@testable import Storage

/// The database, and what lists read from it.
@Suite struct StoreTests {
    @Test(arguments: EngineKind.allCases) func `what was written is there when the database is opened again`(
        _ kind: EngineKind
    ) async throws {
        try await withLocation(kind) { location in
            let first = try Store(location)
            try await first.enqueue("a", by: "ann")
            try first.close()
            try Store.check(location)
            let second = try Store(location)
            #expect(try await second.submission("a")?.user == "ann")
            #expect(try await second.faults() == [])
            try second.close()
        }
    }

    /// Before the queue was a table of its own.
    @Test(arguments: EngineKind.allCases) func `what an older judge left waiting or held is graded by this one`(
        _ kind: EngineKind
    ) async throws {
        try await withLocation(kind) { location in
            try makeOld(
                location, steps: 5,
                """
                INSERT INTO users (name, role, created_at, served) VALUES ('ann', 'member', 1, 7);
                INSERT INTO submissions
                    (id, user_id, challenge, file, sha256, submitted_at, phase, verdict, attempt, tries, losses, not_before,
                     worker, lease_until)
                VALUES ('graded', 1, 'kmeans', 'a.swift', 'x', 1, 'graded', 'accepted', 1, 1, 0, 0, NULL, NULL),
                    ('waits', 1, 'kmeans', 'a.swift', 'x', 2, 'queued', NULL, 2, 2, 0, 5, NULL, NULL),
                    ('held', 1, 'kmeans', 'a.swift', 'x', 3, 'running', NULL, 3, 1, 2, 0, 'old/1', 9);
                INSERT INTO sources SELECT number, 'x' FROM submissions;
                INSERT INTO attempts VALUES (1, 1, 'old/1', 1, 2, 'graded', NULL), (3, 3, 'old/1', 4, NULL, NULL, NULL);
                """)
            let store = try Store(location)
            defer { try? store.close() }
            #expect(try await store.load() == (1, 1))
            #expect(try await store.submission("held")?.state.phase == .running)
            #expect(try await store.reclaim(now: noon).map(\.id) == ["held"])
            try await store.enqueue("new", by: "ann")
            var attempts: [String: Int] = [:]
            while let claim = try await store.next(at: noon + .seconds(60)) {
                attempts[claim.submission.id] = claim.attempt
                // The last try of what was tried twice; the held one was lost, which is none.
                _ = try await store.giveBack(claim, .failed, reason: "once more", now: noon + .seconds(60))
            }
            #expect(attempts == ["waits": 3, "held": 4, "new": 1])
            #expect(try await store.submission("waits")?.state.phase == .failed)
            #expect(try await store.submission("held")?.state.phase == .queued)
            #expect(try await store.submission("graded")?.attempt == 1)
        }
    }

    @Test(arguments: EngineKind.allCases) func `two judges have the same database open`(_ kind: EngineKind) async throws
    {
        try await withLocation(kind) { location in
            let stores = try [Store(location), Store(location)]
            defer { for store in stores { try? store.close() } }
            _ = try await stores[0].putUser("ann", role: .member)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<40 {
                    group.addTask {
                        let user = try await stores[0].putUser("ann", role: .member)
                        _ = try await stores[index % 2].enqueue(
                            submission("s\(index)"), user: user, limits: QueueLimits(), now: noon)
                    }
                }
                try await group.waitForAll()
            }
            var claimed: [String] = []
            while let claim = try await stores[claimed.count % 2].next() { claimed.append(claim.submission.id) }
            #expect(claimed.count == 40 && Set(claimed).count == 40)
        }
    }

    @Test func `a file that is no database, is damaged or cannot be made is told in one sentence`() async throws {
        try await withFolder { folder in
            try write(String(repeating: "no database ", count: 400), to: "\(folder)/text")
            let text = try #require(throws: JudgeError.self) { try Store(path: "\(folder)/text") }
            #expect(text.code == "database-unusable" && text.message.contains("\(folder)/text"))
            #expect(text.message.contains("backup"))
            let nowhere = try #require(throws: JudgeError.self) { try Store(path: "\(folder)/nowhere/judge.sqlite") }
            #expect(nowhere.exitCode == 64 && nowhere.message.contains("can be written"))
            // A page in the middle of the file, overwritten.
            let path = "\(folder)/judge.sqlite"
            let store = try Store(path: path)
            for index in 0..<200 {
                try await store.enqueue("s\(index)", by: "ann", limits: QueueLimits(waitingOfUser: 999, rate: 999))
            }
            try store.close()
            let handle = try #require(FileHandle(forWritingAtPath: path))
            let size = try handle.seekToEnd()
            try handle.seek(toOffset: 4096)
            handle.write(Data(repeating: 0xAA, count: Int(size) - 4096))
            try handle.close()
            let damaged = try await #require(throws: JudgeError.self) {
                let store = try Store(path: path)
                _ = try await store.submissions(Store.Filter(), limit: 10)
            }
            #expect(damaged.code == "database-unusable")
        }
    }

    @Test(arguments: EngineKind.allCases) func `what was said first stands`(_ kind: EngineKind) async throws {
        try await withStore(kind) { store in
            let words = [("salt", "first"), ("salt", "second"), ("other", "second")]
            var stand: [String] = []
            for (name, word) in words { stand.append(try await store.agree(on: name, word)) }
            #expect(stand == ["first", "first", "second"])
        }
    }

    @Test(arguments: EngineKind.allCases) func `a database of a newer judge is left alone`(_ kind: EngineKind)
        async throws
    {
        try await withLocation(kind) { location in
            let store = try Store(location)
            let steps = kind == .sqlite ? "grdb_migrations" : "judge_steps"
            try await store.writing { try $0.execute(sql: "INSERT INTO \(steps) VALUES ('99 something later')") }
            try store.close()
            for isChecked in [false, true] {
                let error = try #require(throws: JudgeError.self) {
                    if isChecked { try Store.check(location) } else { _ = try Store(location) }
                }
                #expect(error.message.contains("newer judge") && error.exitCode == 64)
            }
        }
    }

    @Test(arguments: EngineKind.allCases) func `lists are filtered, newest first, and go on where the last page ended`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            for index in 0..<9 {
                let user = index % 3 == 0 ? "ann" : "bob"
                try await store.enqueue("s\(index)", by: user, challenge: index % 2 == 0 ? "kmeans" : "knn")
            }
            let own = submission("local", challenge: "knn")
            try await store.record(own, graded: report(.accepted, of: own))
            let first = try await store.submissions(Store.Filter(), limit: 4)
            #expect(first.map(\.id) == ["local", "s8", "s7", "s6"])
            let second = try await store.submissions(Store.Filter(), before: first.last?.number, limit: 4)
            #expect(second.map(\.id) == ["s5", "s4", "s3", "s2"])
            let ann = try #require(try await store.user("ann"))
            let mine = Store.Filter(owner: .user(ann.id))
            #expect(try await store.submissions(mine, limit: 9).map(\.id) == ["s6", "s3", "s0"])
            let both = Store.Filter(owner: .user(ann.id), challenge: "knn")
            #expect(try await store.submissions(both, limit: 9).map(\.id) == ["s3"])
            #expect(try await store.submissions(Store.Filter(owner: .nobody), limit: 9).map(\.id) == ["local"])
            #expect(try await store.submissions(Store.Filter(verdict: .accepted), limit: 9).map(\.id) == ["local"])
            #expect(try await store.progress(of: ann.id) == ["kmeans": false, "knn": false])
            let local = try #require(try await store.submission("local"))
            #expect(try await store.source(of: local.number) == own.source)
            #expect(local.userID == nil && local.state.verdict == .accepted)
        }
    }

    /// Counted, not timed: no step of a list's query may look at all rows.
    @Test(arguments: EngineKind.allCases) func `lists and the queue never walk over all submissions`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            // With a few rows PostgreSQL rightly walks over them all.
            try await store.fill(20_000)
            try await store.writing { database in
                try database.execute(
                    sql: """
                        INSERT INTO queue (submission, sender, turn, attempt, stage)
                        SELECT number, user_id, number, 0, 'queued' FROM submissions
                        """)
                try database.execute(
                    sql: """
                        INSERT INTO users (name, role, created_at) SELECT 'user-' || id, 'member', 1 FROM submissions
                        """)
                try database.execute(sql: "ANALYZE")
            }
            let queries = [
                "SELECT number FROM submissions WHERE user_id = 1 ORDER BY number DESC LIMIT 20",
                "SELECT number FROM submissions WHERE challenge = 'a' ORDER BY number DESC LIMIT 20",
                "SELECT number FROM submissions WHERE verdict = 'a' AND number < 9 ORDER BY number DESC LIMIT 20",
                "SELECT number FROM submissions WHERE user_id = 1 AND challenge = 'a' ORDER BY number DESC LIMIT 20",
                "SELECT count(*) FROM queue WHERE worker IS NULL AND sender = 1",
                "SELECT submission FROM queue WHERE worker IS NULL AND not_before <= 1 ORDER BY turn, submission LIMIT 1",
                "SELECT max(turn) FROM queue WHERE worker IS NOT NULL",
                "SELECT min(turn) FROM queue WHERE worker IS NULL",
                "SELECT max(turn) FROM users",
            ]
            for query in queries {
                let plan = try await store.plan(of: query)
                switch kind {
                case .sqlite:
                    #expect(
                        !plan.contains("SCAN") || plan.contains("USING") && plan.contains("INDEX"), "\(query): \(plan)")
                    #expect(!plan.contains("TEMP B-TREE"), "\(query): \(plan)")
                case .postgres:
                    #expect(
                        plan.contains("Index") && !plan.contains("Seq Scan") && !plan.contains("Sort"),
                        "\(query): \(plan)")
                }
            }
        }
    }

    @Test func `a time is written as Foundation writes it`() {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let edges: [Int64] = [
            0, -1, 1, 951_782_400_000, 951_868_799_999, 4_107_542_399_999, 1_767_225_599_999, -11_676_096_000_000,
            253_402_300_799_999, -2_208_988_800_000,
        ]
        let random = (0..<5000).map { _ in Int64.random(in: -11_676_096_000_000...253_402_300_799_999) }
        for milliseconds in edges + random {
            // A little more, as a Double may lie below the millisecond that it stands for.
            let date = Date(timeIntervalSince1970: (Double(milliseconds) + 0.1) / 1000)
            #expect(Timestamp(milliseconds: milliseconds).iso8601 == date.formatted(style))
        }
    }
}
